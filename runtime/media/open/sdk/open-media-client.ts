import { z } from 'zod';
import {
  type acknowledgeSchema,
  appendedSchema,
  type appendOpenSchema,
  type changeOpenSchema,
  type OpenEvent,
  openEventsSchema,
  openInteractionSchema,
  type openOutcomeSchema,
  type submitOpenSchema,
} from '#dsl/protocol/open-media.ts';
import { submittedSchema } from '#dsl/protocol/interactions.ts';
import { problemSchema } from '#dsl/protocol/me.ts';

/** Waits before a request is made again, in milliseconds. Every request here may be repeated: what it names is taken once. */
const retryMs = [200, 500, 1000, 2000, 5000] as const;
const timeoutMs = 20_000;

/** Where Signalbox is, and the medium this program adds. */
export interface OpenMediaOptions {
  /** Such as `https://signalbox.example.com`. */
  readonly url: string;
  /** An API token with the right to bring in open media. */
  readonly token: string;
  /** The name of the medium in the settings. */
  readonly media: string;
}

/** Signalbox refused a request, or (status 0) could not be reached within the retries. */
export class OpenMediaFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What became of an event, as its handler says; nothing: it was taken. */
export type Outcome = z.input<typeof openOutcomeSchema> | undefined;

/**
 * A program's side of an open medium. Needs nothing but `fetch`. What is lost on the way is asked again; each method is harmless to
 * repeat. All reject with `OpenMediaFailure`.
 */
export class OpenMediaClient {
  readonly #options: OpenMediaOptions;

  constructor(options: OpenMediaOptions) {
    this.#options = options;
  }

  /** Hands an interaction in; it is committed before the answer. The same external id again is the same interaction. */
  submit(interaction: z.input<typeof submitOpenSchema>): Promise<z.output<typeof submittedSchema>> {
    return this.#ask('POST', 'interactions', submittedSchema, interaction);
  }

  /** Where an interaction is. */
  read(externalId: string): Promise<z.output<typeof openInteractionSchema>> {
    return this.#ask('GET', pathOf(externalId), openInteractionSchema);
  }

  /** Changes attached data, priority or subject. */
  async change(externalId: string, change: z.input<typeof changeOpenSchema>): Promise<void> {
    await this.#ask('PATCH', pathOf(externalId), z.unknown(), change);
  }

  /** Joins a message to an interaction; whoever handles it sees it at once. */
  append(externalId: string, message: z.input<typeof appendOpenSchema>): Promise<z.output<typeof appendedSchema>> {
    return this.#ask('POST', `${pathOf(externalId)}/messages`, appendedSchema, message);
  }

  /** Ends an interaction that no agent handles. */
  async stop(externalId: string, reason?: string): Promise<void> {
    await this.#ask('POST', `${pathOf(externalId)}/stop`, z.unknown(), reason === undefined ? {} : { reason });
  }

  /** The oldest events that are not acknowledged yet. */
  async events(limit = 100): Promise<OpenEvent[]> {
    return (await this.#ask('GET', `events?limit=${limit}`, openEventsSchema)).events;
  }

  /** Says that events have been dealt with, and what became of replies. */
  async acknowledge(events: z.input<typeof acknowledgeSchema>['events']): Promise<void> {
    await this.#ask('POST', 'events/acknowledge', z.unknown(), { events });
  }

  /**
   * Pulls events and acknowledges each after its handler, until the signal aborts. A handler that throws gets the event again; a
   * handler must know events by their id, since one may come twice.
   */
  async listen(
    handle: (event: OpenEvent) => Promise<Outcome> | Outcome,
    { signal, everyMs = 1000 }: { readonly signal: AbortSignal; readonly everyMs?: number },
  ): Promise<void> {
    while (!signal.aborted) {
      const events = await this.events();
      for (const event of events) {
        if (signal.aborted) return;
        await this.acknowledge([{ ...(await handle(event)), id: event.id }]);
      }
      if (events.length === 0) await pause(everyMs, signal);
    }
  }

  async #ask<Schema extends z.ZodType>(
    method: string,
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    const { url, token, media } = this.#options;
    const address = `${url.replace(/\/$/, '')}/api/open-media/${encodeURIComponent(media)}/${path}`;
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    for (let attempt = 0; ; attempt += 1) {
      const signal = AbortSignal.timeout(timeoutMs);
      const found = await fetch(address, {
        method,
        headers,
        signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
        .then(read)
        .catch((error: unknown) => new OpenMediaFailure(0, 'network/unreachable', String(error)));
      if (!(found instanceof OpenMediaFailure)) return schema.parse(found.body);
      const waitMs = retryMs[attempt];
      if (waitMs === undefined || !mayPass(found.status)) throw found;
      await pause(waitMs);
    }
  }
}

function pathOf(externalId: string): string {
  return `interactions/${encodeURIComponent(externalId)}`;
}

/** Not reached, overloaded, or away for a moment. */
function mayPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

async function read(response: Response): Promise<{ readonly body: unknown } | OpenMediaFailure> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return { body };
  const problem = problemSchema.safeParse(body).data;
  return new OpenMediaFailure(response.status, problem?.code ?? 'http/status', problem?.message ?? text.slice(0, 200));
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
