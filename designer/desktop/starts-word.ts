/** The part of an editor's state that is asked. */
interface Caret {
  readonly selection: {
    readonly empty: boolean;
    readonly $from: {
      readonly parentOffset: number;
      readonly parent: { textBetween(from: number, to: number, block: string, leaf: string): string };
    };
  };
}

/** Whether the caret stands where a word begins: at the start of a line, or after white space. */
export function startsWord({ selection }: Caret): boolean {
  const { $from, empty } = selection;
  if (!empty) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, '\n', '\n');
  return before === '' || /\s/.test(before);
}
