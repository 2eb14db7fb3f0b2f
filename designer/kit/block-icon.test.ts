import { describe, expect, it } from 'vitest';
import { blocks } from '#dsl/blocks/index.ts';
import { blockIcons } from './block-icon.tsx';

describe('blockIcons', () => {
  it('has a picture for every block of the language', () => {
    expect(blocks.map((block) => block.face.icon).filter((icon) => blockIcons[icon] === undefined)).toEqual([]);
  });
});
