/** What tests use of the registry's SMPP implementation, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly system_id?: string;
    readonly password?: string;
    readonly source_addr: string;
    readonly destination_addr: string;
    readonly data_coding: number;
    readonly registered_delivery: number;
    readonly short_message: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] };
    response(fields?: object): Pdu;
  }

  export interface Session extends EventEmitter {
    send(pdu: Pdu): void;
    deliver_sm(fields: object, answered: (answer: Pdu) => void): void;
    close(): void;
    destroy(): void;
  }

  const smpp: { createServer(listener: (session: Session) => void): Server };
  export default smpp;
}
