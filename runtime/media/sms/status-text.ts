/** What common values of `command_status` mean (SMPP 3.4 5.1.3). */
const meanings: Readonly<Record<number, string>> = {
  0x01: 'the message is too long',
  0x04: 'not allowed in this state of the connection',
  0x05: 'already bound',
  0x08: 'a fault of the SMS centre',
  0x0a: 'the sender is not accepted',
  0x0b: 'the recipient is not accepted',
  0x0d: 'the login failed',
  0x0e: 'wrong password',
  0x0f: 'unknown system ID',
  0x14: 'the queue of the SMS centre is full',
  0x45: 'the message was refused',
  0x58: 'more messages than the SMS centre allows',
  0x64: 'a temporary fault of the recipient’s side',
  0x65: 'a permanent fault of the recipient’s side',
};

/** A `command_status` for people: its number as documents write it, and what it means where that is known. */
export function statusText(status: number): string {
  const number = `0x${status.toString(16).toUpperCase().padStart(8, '0')}`;
  const meaning = meanings[status];
  return meaning === undefined ? number : `${number}, ${meaning}`;
}
