import pg, { type ClientBase, type Connection, type FieldDef, type QueryResult, type Submittable } from 'pg';
import { parameterText } from './value-text.ts';

/** A statement that is sent together with others. `Row` is what its rows look like. */
export interface Statement<Row = unknown> {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Rows of a `copy ... from stdin`, in the format it names. */
  readonly copied?: Buffer;
  /** Never set: it carries the type of the rows. */
  readonly row?: Row;
}

/** Rows of each statement, in the order of the statements. */
export type RowsOf<Statements extends readonly Statement[]> = {
  readonly [Index in keyof Statements]: Statements[Index] extends Statement<infer Row> ? readonly Row[] : never;
};

/** A statement whose rows look like `Row`. */
export function sql<Row = unknown>(text: string, ...values: readonly unknown[]): Statement<Row> {
  return { text, values };
}

/**
 * Sends statements together and waits once for all: a round trip costs both sides more than a small statement does. The
 * first that fails ends the flight, with its error; those behind it are not executed.
 */
export function inFlight<const Statements extends readonly Statement[]>(
  client: ClientBase,
  statements: Statements,
): Promise<RowsOf<Statements>> {
  return new Promise((resolve, reject) => {
    // The flight collects rows of any kind; their types are the statements'.
    client.query(new Flight(statements, (rows) => resolve(rows as RowsOf<Statements>), reject));
  });
}

/** What pg's connection can do, of which its types name a part. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(statement: { text: string }): void;
  bind(portal: { values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: object): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sync(): void;
}

type Result = QueryResult & {
  addFields(fields: FieldDef[]): void;
  parseRow(fields: unknown): unknown;
};

/**
 * Several statements of PostgreSQL's extended query protocol under one Sync ("Pipelining" in its manual): after an error the
 * server skips everything up to the Sync, copied rows included.
 */
class Flight implements Submittable {
  readonly #statements: readonly Statement[];
  readonly #resolve: (rows: unknown[][]) => void;
  readonly #reject: (error: unknown) => void;
  readonly #rows: unknown[][] = [];
  #current: unknown[] = [];
  #result: Result | undefined;
  #error: unknown;

  constructor(
    statements: readonly Statement[],
    resolve: (rows: unknown[][]) => void,
    reject: (error: unknown) => void,
  ) {
    this.#statements = statements;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      for (const { text, values = [], copied } of this.#statements) {
        wire.parse({ text });
        wire.bind({ values, valueMapper: parameterText });
        wire.describe({ type: 'P' });
        wire.execute({});
        if (copied === undefined) continue;
        wire.sendCopyFromChunk(copied);
        wire.endCopyFrom();
      }
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#result = new pg.Result('', undefined as never) as Result;
    this.#result.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown }): void {
    try {
      this.#current.push(this.#result?.parseRow(fields));
    } catch (error) {
      this.#error ??= error;
    }
  }

  handleCommandComplete(): void {
    this.#rows.push(this.#current);
    this.#current = [];
  }

  /** Its rows are on their way already. */
  handleCopyInResponse(): void {}

  handleError(error: unknown): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.#resolve(this.#rows);
    else this.#reject(this.#error);
  }
}
