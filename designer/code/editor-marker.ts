/** A wavy line in a text, with its reason. Lines and columns count from 1. */
export interface EditorMarker {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
