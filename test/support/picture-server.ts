import { createServer } from 'node:http';

/** A sender's picture server, as a newsletter uses it to learn who reads. */
export interface PictureServer {
  readonly url: string;
  /** How often a picture was asked for. */
  requests(): number;
  stop(): Promise<void>;
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Starts one on a free loopback port. */
export async function startPictureServer(): Promise<PictureServer> {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'image/gif', 'cache-control': 'no-store' }).end(pixel);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/opened.gif`,
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
