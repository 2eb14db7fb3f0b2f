import { escaped } from './draw-picture.ts';

/** A picture alone on one page of its own size, which a print dialogue keeps as a PDF of lines and letters. */
export function picturePage(svg: string, title: string): string {
  const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const style = `@page { size: ${width}px ${height}px; margin: 0 } body { margin: 0 } svg { display: block; break-inside: avoid }`;
  const head = `<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>`;
  return `<!doctype html>\n<html lang="en">${head}<body>${svg.trimEnd()}</body></html>\n`;
}
