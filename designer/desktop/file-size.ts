import { formatLocale } from '../kit/messages/format-locale.ts';

const format = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 });

/** A size in bytes as people read it: '14 KB'. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${format.format(Math.round(bytes / 1000))} KB`;
  return `${format.format(bytes / 1_000_000)} MB`;
}
