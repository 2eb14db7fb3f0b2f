import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A conversation with an SMTP server, line by line, for what no mail program would say. */
export interface RawSmtp {
  readonly socket: Socket;
  /** Sends lines and reads as many replies as it sent lines (or `replies`); a reply of several lines counts once. */
  say(lines: string | readonly string[], replies?: number): Promise<string[]>;
}

/** Connects and reads the greeting. */
export async function rawSmtp(port: number): Promise<RawSmtp> {
  const socket = connect(port, '127.0.0.1');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const readReplies = async (count: number): Promise<string[]> => {
    const replies: string[] = [];
    while (replies.length < count) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The server closed the connection after ${replies.length} of ${count} replies.`);
      if (!/^\d{3}-/.test(value)) replies.push(value);
    }
    return replies;
  };
  await readReplies(1);
  return {
    socket,
    say: async (said, replies) => {
      const list = typeof said === 'string' ? [said] : said;
      socket.write(list.map((line) => `${line}\r\n`).join(''));
      return readReplies(replies ?? list.length);
    },
  };
}
