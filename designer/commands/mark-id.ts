/** Something on a canvas that is not part of the process: a free note, or a frame around cards. */
export interface Mark {
  readonly kind: 'note' | 'frame';
  /** Its key in the layout of the canvas. */
  readonly key: string;
}

/** Id of a note or a frame on its canvas, beside those of cards, which never look so. */
export function markId({ kind, key }: Mark): string {
  return `${kind}:${key}`;
}

/** Reads the id of a note or a frame back; `undefined` for cards and wires. */
export function markOf(id: string): Mark | undefined {
  const [kind, ...key] = id.split(':');
  return kind === 'note' || kind === 'frame' ? { kind, key: key.join(':') } : undefined;
}
