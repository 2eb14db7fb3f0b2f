/** An object on the process canvas that the document holds. A submitter belongs to its view. */
export type ProcessObject =
  | { readonly kind: 'endpoint' | 'queue' | 'strategy'; readonly name: string }
  | { readonly kind: 'view' | 'submitter'; readonly queue: string; readonly name: string };

/** Id of an object's card, which is also the key of its position: `kind:name`. */
export function objectId(object: ProcessObject): string {
  return 'queue' in object ? `${object.kind}:${object.queue}/${object.name}` : `${object.kind}:${object.name}`;
}
