import { describe, expect, it } from 'vitest';
import type { Settings } from '#runtime/config/read-settings.ts';
import { startFailure } from './start-failure.ts';

const settings = { port: 8400, smtpPort: 25 } as Settings;

describe('startFailure', () => {
  it('names the option of a port that is taken or not allowed', () => {
    expect(startFailure({ code: 'EADDRINUSE', port: 8400 }, settings)).toMatchObject({
      message: '--port is "8400"; expected a port that no other program listens on.',
    });
    expect(startFailure({ code: 'EACCES', port: 25 }, settings)).toMatchObject({
      message: '--smtp-port is "25"; expected a port that this user may listen on.',
    });
  });

  it('leaves any other error as it is', () => {
    const other = new Error('something else');

    expect(startFailure(other, settings)).toBe(other);
    expect(startFailure({ code: 'EADDRINUSE', port: 1 }, settings)).toEqual({ code: 'EADDRINUSE', port: 1 });
  });
});
