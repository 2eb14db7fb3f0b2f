import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesOfId = 16;
/** Randomness is fetched for so many ids at once: a batch of interactions needs thousands of them. */
const pool = Buffer.alloc(256 * bytesOfId);

let used = pool.length;
let lastMs = 0;
let sequence = 0;

/** A new id, ordered by time (RFC 9562 version 7) and within this process by when it was made, so that indexes grow at one end. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += bytesOfId));
  const now = Date.now();
  // RFC 9562 6.2, method 1: a counter that begins anew, at random, with each millisecond, and never turns over within one.
  if (now > lastMs) [lastMs, sequence] = [now, random.readUInt32BE(0) >>> 1];
  else sequence += 1;
  return v7({ msecs: lastMs, seq: sequence, random });
}
