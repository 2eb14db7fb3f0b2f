import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RunInput } from '#dsl/compile/run-contract.ts';
import type { ActiveProcess, ActiveSubmitter } from '../../interaction/active-processes.ts';
import { chooseVersion } from './choose-version.ts';

const active = { versionId: '1', version: 1 } as unknown as ActiveProcess;
const next = { versionId: '2', version: 2 } as unknown as ActiveProcess;

type Rollout = NonNullable<ActiveSubmitter['rollout']>;

function aRollout(wish: Partial<Rollout> = {}): Rollout {
  return { id: 'r', mode: 'canary', share: 100, condition: null, process: next, strategy: 'Sort anew', ...wish };
}

function choose(rollout: Rollout | undefined, interaction: RunInput['interaction'], data: RunInput['data'] = {}) {
  const submitter = { process: active, strategy: 'Sort', ...(rollout !== undefined && { rollout }) };
  return chooseVersion(submitter, { interaction, data });
}

const ids = Array.from({ length: 4000 }, () => randomUUID());
const taken = (share: number): string[] =>
  ids.filter((id) => choose(aRollout({ share }), { id, parentId: null }).process === next);

test('without a rollout the active version takes it, and it counts for none', () => {
  expect(choose(undefined, { id: 'a' })).toEqual({ process: active, strategy: 'Sort', rolloutId: null });
});

test('a canary takes about its share, always the same interactions, and a larger share takes those as well', () => {
  const tenth = taken(10);
  const half = new Set(taken(50));

  expect(tenth.length).toBeGreaterThan(280);
  expect(tenth.length).toBeLessThan(520);
  expect(taken(10)).toEqual(tenth);
  expect(tenth.every((id) => half.has(id))).toBe(true);
  expect(taken(100)).toEqual(ids);
});

test('what comes of an interaction is on its side', () => {
  const [id] = taken(10);
  const other = ids.find((one) => !taken(10).includes(one));

  const child = choose(aRollout({ share: 10 }), { id: other ?? '', parentId: id ?? '' });

  expect(child).toEqual({ process: next, strategy: 'Sort anew', rolloutId: 'r' });
});

test('only what meets the condition comes into question; both sides count for the rollout', () => {
  const rules = [{ field: 'data.Segment', operator: '=' as const, value: 'Gold' }];
  const rollout = aRollout({ condition: { combinator: 'and', rules } });

  expect(choose(rollout, { id: 'a' }, { Segment: 'Gold' }).process).toBe(next);
  expect(choose(rollout, { id: 'a' }, { Segment: 'Silver' })).toEqual({
    process: active,
    strategy: 'Sort',
    rolloutId: 'r',
  });
});

test('a shadow takes nothing; what is to be compared counts for it', () => {
  const shadow = aRollout({
    mode: 'shadow',
    condition: { combinator: 'and', rules: [{ field: 'media', operator: '=', value: 'email' }] },
  });

  expect(choose(shadow, { id: 'a', media: 'email' })).toEqual({ process: active, strategy: 'Sort', rolloutId: 'r' });
  expect(choose(shadow, { id: 'a', media: 'chat' }).rolloutId).toBeNull();
});
