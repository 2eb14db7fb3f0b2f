import { expect, test } from 'vitest';
import { mediaTypeSchema } from './media-type.ts';

test('a medium has a lower-case name that no object has a member of', () => {
  const right = ['email', 'work-item', 'constructor-kit'];
  for (const name of right) expect(mediaTypeSchema.safeParse(name).success).toBe(true);
  for (const name of ['Email', '', '1st', 'constructor']) expect(mediaTypeSchema.safeParse(name).success).toBe(false);
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    expect(mediaTypeSchema.safeParse(name).success).toBe(false);
});
