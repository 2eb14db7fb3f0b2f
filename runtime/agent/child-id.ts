import { createHash } from 'node:crypto';

/**
 * Always the same for the same request, so that sending twice makes one interaction; `from` is what it is sent from: an interaction or a
 * mailbox. In the form of a UUID (RFC 9562 version 8).
 */
export function childId(agentId: string, from: string, requestId: string): string {
  const bytes = createHash('sha256').update(`${agentId}\n${from}\n${requestId}`).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
