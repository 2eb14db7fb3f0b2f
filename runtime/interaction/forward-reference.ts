/** The reference of a forwarded mail as its subject carries it: mail programs that drop the headers of a thread keep this. */
export function forwardReference(token: string): string {
  return `[ref:${token}]`;
}

/** The token of the reference in a subject; undefined when it carries none. */
export function forwardTokenOf(subject: string): string | undefined {
  return /\[ref:([a-z2-9]{12})\]/.exec(subject)?.[1];
}
