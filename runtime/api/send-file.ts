import type { FastifyReply } from 'fastify';

/** A file as somebody outside sent it: nothing about it can be trusted. */
export interface ForeignFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly inline: boolean;
  readonly bytes: Buffer;
}

/** Pictures a browser shows without running anything of theirs; SVG is not among them, it may hold script. */
const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Sends a file to be saved; only plain pictures that belong to a text are shown in place. It gets no rights of our pages. */
export function sendFile(reply: FastifyReply, { fileName, contentType, inline, bytes }: ForeignFile): FastifyReply {
  const isShown = inline && shownTypes.includes(contentType.toLowerCase());
  const isNamed = /^[\w.+-]+\/[\w.+-]+$/.test(contentType);
  return reply
    .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; ${fileNameOf(fileName)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, max-age=3600')
    .type(isNamed ? contentType : 'application/octet-stream')
    .send(bytes);
}

/** RFC 6266 4.1: a name in ASCII for old readers, and whole in UTF-8. */
function fileNameOf(fileName: string): string {
  const plain = fileName.replace(/[^\w .()+-]/g, '_');
  const whole = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
