import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { blocks } from '#dsl/blocks/index.ts';
import { dataSourceSchema } from '#dsl/model/data-source.ts';
import { externalServiceSchema } from '#dsl/model/external-service.ts';
import { mailboxSchema } from '#dsl/model/mailbox.ts';
import { openMediumSchema } from '#dsl/model/open-medium.ts';
import { routingRuleSchemas } from '#dsl/model/routing-rule.ts';
import { smsChannelSchema } from '#dsl/model/sms-channel.ts';
import { webFormSchema } from '#dsl/model/web-form.ts';
import { socialAccountSchema } from '#dsl/model/social-account.ts';
import { smtpOutSchema } from '#dsl/model/smtp-out.ts';
import { blockFields } from '../../../inspector/block-fields.ts';
import { type FormField, formFields } from '../../../inspector/form-field.ts';
import { fieldSpecs } from '../../form/field-specs.ts';
import { blockLabel } from '../block-label.ts';
import { learnWords } from '../spoken.ts';
import { vocabulary } from './vocabulary.ts';

const namesOf = (field: FormField): readonly string[] => {
  const { title, unit, shape } = field;
  const below = {
    list: 'item' in shape ? [shape.item] : [],
    fields: 'fields' in shape ? shape.fields : [],
    variants: 'variants' in shape ? shape.variants : [],
  };
  return [title, unit ?? '', ...Object.values(below).flat().flatMap(namesOf)];
};

describe('the German vocabulary', () => {
  it('names every block', () => {
    expect(blocks.map(({ face }) => face.label).filter((label) => !Object.hasOwn(vocabulary, label))).toEqual([]);
  });

  it('names every setting, with its unit', () => {
    const rules = Object.values(routingRuleSchemas).flatMap((schema) =>
      formFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
    );
    const derived = [...blocks.flatMap(({ type }) => blockFields(type)), ...rules].flatMap(namesOf);
    const listed = [
      dataSourceSchema,
      externalServiceSchema,
      smtpOutSchema,
      mailboxSchema,
      smsChannelSchema,
      webFormSchema,
      openMediumSchema,
      socialAccountSchema,
    ].flatMap(({ shape }) => Object.values(fieldSpecs(shape)).flatMap(({ label, unit }) => [label, unit ?? '']));
    const names = new Set([...derived, ...listed].filter((name) => name !== ''));
    expect([...names].filter((name) => !Object.hasOwn(vocabulary, name))).toEqual([]);
  });

  it('is what blocks are called by once it is learnt', () => {
    expect(blockLabel('queue-interaction')).toBe('Queue Interaction');
    learnWords(vocabulary);
    expect(blockLabel('queue-interaction')).toBe('In Warteschlange stellen');
    expect(blockLabel('of-another-version')).toBe('of-another-version');
  });
});
