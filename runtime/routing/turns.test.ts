import { describe, expect, it } from 'vitest';
import { takeTurns } from './turns.ts';

/** Work whose ends the test decides. */
function controlledWork() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const turns = takeTurns((key) => {
    started.push(key);
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { turns, started, end };
}

describe('takeTurns', () => {
  it('runs once more, and only once, for whatever was asked meanwhile', async () => {
    const { turns, started, end } = controlledWork();

    for (let count = 0; count < 5; count += 1) turns.ask('a');
    expect(started).toEqual(['a']);
    await end();
    await end();

    expect(started).toEqual(['a', 'a']);
  });

  it('works on other keys beside a slow one', () => {
    const { turns, started } = controlledWork();

    for (const key of ['a', 'b', 'a', 'c', 'd']) turns.ask(key);

    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('stops when what is under way is done', async () => {
    const { turns, started, end } = controlledWork();
    for (const key of ['a', 'a']) turns.ask(key);

    const stopped = turns.stop();
    turns.ask('b');
    await end();
    await stopped;

    expect(started).toEqual(['a']);
  });
});
