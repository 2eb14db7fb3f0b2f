import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { dataKeySchema } from '../../block/variable-name.ts';

const languageSchema = z
  .string()
  .max(16)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language code such as de or en-GB');

/** Ways on by the language of the message. */
export const languageSegmentation = defineBlock({
  type: 'language-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      languages: z.array(languageSchema).min(1).max(50).meta({
        title: 'Languages',
        description: 'Codes of languages that lead to this port, such as de; de stands for de-AT too.',
      }),
    }),
    key: dataKeySchema.default('Language').meta({
      title: 'Language key',
      description:
        'Attached data that holds the language. Where it is empty, the language is told from subject and text and kept there.',
    }),
  }),
  face: {
    label: 'Language Segmentation',
    icon: 'language',
    category: 'segmentation',
    help:
      'Goes on by the language of the message, which is read from attached data, or told from its subject and text and attached as ' +
      'Language. Takes "default" for other languages, and when the text is too short to tell.',
    summary: (config) => shownSegments(config.segments),
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'english', languages: ['en'] }] },
  compile: (config, { toJs }) => {
    const key = `data[${toJs(config.key)}]`;
    return [
      'const told = interaction.subject + "\\n" + interaction.text;',
      `const language = fn.toText(${key}) || fn.detectLanguage(told);`,
      `if (language !== "") ${key} = language;`,
      segmentsToJs(
        config.segments.map(({ port, languages }) => ({
          port,
          test: `${toJs(languages)}.some((code) => language === code || language.startsWith(code + "-"))`,
        })),
      ),
    ].join('\n');
  },
});
