import { describe, expect, it } from 'vitest';
import { blockByType } from '#dsl/blocks/index.ts';
import type { BlockInput } from '../commands/edit.ts';
import { describeStrategy, wiresOf } from './strategy-graph.tsx';
import { freeSuccessFrom, wayOnFrom } from './way-on.ts';

function drawn(type: string, ports: Readonly<Record<string, string>> = {}) {
  const config = structuredClone(blockByType(type)?.initial) as BlockInput['config'];
  return describeStrategy({ blocks: { one: { type, config, ports }, next: { type: 'wait', config: { seconds: 5 } } } });
}

const portAfter = (type: string, ports?: Readonly<Record<string, string>>) =>
  wayOnFrom(['one'], drawn(type, ports), [])?.port;

describe('the way on from a selected block', () => {
  it('is its free success exit', () => {
    expect(portAfter('autoresponse')).toBe('sent');
    expect(portAfter('screen', { 'not-matched': 'next' })).toBe('matched');
  });

  it('is a free branch when success is wired', () => {
    expect(portAfter('screen', { matched: 'next' })).toBe('not-matched');
  });

  it('is the wire of success rather than an exit that follows it by itself', () => {
    expect(portAfter('autoresponse', { sent: 'next' })).toBe('sent');
  });

  it('is the wire of success rather than a free error', () => {
    expect(portAfter('wait', { next: 'next' })).toBe('next');
  });

  it('is the free error only where a block has no other exit', () => {
    expect(portAfter('queue-interaction')).toBe('error');
    expect(portAfter('queue-interaction', { error: 'next' })).toBeUndefined();
  });

  it('is the wire that is selected', () => {
    const blocks = drawn('screen', { 'not-matched': 'next' });
    expect(wayOnFrom(['wire:one:not-matched'], blocks, wiresOf(blocks))?.port).toBe('not-matched');
  });
});

describe('a block put beside a selected one', () => {
  it('follows on the free success exit, and on no other', () => {
    expect(freeSuccessFrom(['one'], drawn('screen'))).toEqual({ block: 'one', port: 'matched' });
    expect(freeSuccessFrom(['one'], drawn('screen', { matched: 'next' }))).toBeUndefined();
  });

  it('stays alone when several are selected', () => {
    expect(freeSuccessFrom(['one', 'next'], drawn('screen'))).toBeUndefined();
  });
});
