import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else's, at an origin of its own, that has the chat widget. */
export interface ShopPage {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves it; its policy allows what the guide says a page must allow, and nothing else. */
export async function startShopPage(signalboxUrl: string): Promise<ShopPage> {
  const socketUrl = signalboxUrl.replace(/^http/, 'ws');
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${signalboxUrl}; connect-src ${signalboxUrl} ${socketUrl}; img-src 'self'`,
    );
    response.end(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title>
<link rel="icon" href="data:,"></head><body><h1>Shop</h1>
<script src="${signalboxUrl}/chat-widget.js" data-title="Ask us" data-attach-page="Shop" defer></script></body></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
