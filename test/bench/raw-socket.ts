import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** A web socket of the load's own, so that thousands cost the machine that is measured as little as can be. */
export interface RawSocket {
  send(text: string): void;
  end(): void;
}

/** Opens it; resolves when the server has switched. `onText` gets each message. */
export function openRawSocket(url: URL, onText: (text: string) => void): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    let rest: Buffer = Buffer.alloc(0);
    let isOpen = false;
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('connect', () => {
      const head = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
      socket.write(
        `${head}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      );
    });
    socket.on('data', (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (!isOpen) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!rest.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
          reject(new Error(rest.subarray(0, end).toString()));
          return;
        }
        isOpen = true;
        rest = rest.subarray(end + 4);
        resolve({ send: (text) => socket.write(maskedFrame(text)), end: () => socket.destroy() });
      }
      rest = readFrames(rest, onText);
    });
  });
}

/** RFC 6455 5.2: a text frame of a client, masked (with zeros, which is a mask as well). */
function maskedFrame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length > 65_535) throw new Error('a message of the load is too long');
  const head = body.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = 0x81;
  head[1] = 0x80 | (body.length < 126 ? body.length : 126);
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

function readFrames(bytes: Buffer, onText: (text: string) => void): Buffer {
  let rest = bytes;
  while (rest.length >= 2) {
    const short = (rest[1] ?? 0) & 0x7f;
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (rest.length < start) break;
    const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < start + length) break;
    if (((rest[0] ?? 0) & 0x0f) === 1) onText(rest.subarray(start, start + length).toString());
    rest = rest.subarray(start + length);
  }
  return rest;
}
