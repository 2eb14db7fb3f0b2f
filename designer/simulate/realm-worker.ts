import type { Realm } from '#dsl/compile/realm/open-realm.ts';

/** What the page asks of the worker, in this order: the program, then doors of the realm. */
export type RealmRequest =
  | { readonly kind: 'open'; readonly program: string }
  | { readonly kind: 'start' | 'answer' | 'advance'; readonly text: string }
  | { readonly kind: 'collect'; readonly runId: string };

/** What the worker tells: what was collected, or that the program cannot be read. */
export type RealmReply = { readonly turn: string } | { readonly failure: string };

/** The parts of a worker's own globals that are used here; the program takes all of them away. */
interface WorkerScope {
  postMessage(reply: RealmReply): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: RealmRequest }) => void): void;
}

/*
 * What people wrote runs here and nowhere else in the browser: in a worker without network (the server sends this file
 * with a policy of its own), in a realm whose globals are gone and frozen. Only text passes.
 */
const scope = globalThis as unknown as WorkerScope;
const tell = scope.postMessage.bind(scope);
// oxlint-disable-next-line no-eval -- this worker exists to make code from text, in a realm and under a policy of its own
const evaluate = globalThis.eval;
let realm: Realm | undefined;

scope.addEventListener('message', ({ data }) => {
  try {
    hear(data);
  } catch (thrown) {
    tell({ failure: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});

/** Everything a door causes has happened by the next message, since microtasks come first. */
function hear(request: RealmRequest): void {
  if (request.kind === 'open') realm = evaluate(request.program) as Realm;
  else if (request.kind === 'collect') tell({ turn: realm?.collect(request.runId) ?? '' });
  else realm?.[request.kind](request.text);
}
