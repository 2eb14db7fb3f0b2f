import type { DesktopState, ServerMessage } from '#dsl/protocol/desktop.ts';
import { openPageSocket, type PageSocket } from './api-socket.ts';
import { type Answer, type Caller, callerOf } from './api.ts';
import { expectStatus, type WholeProduct } from './whole-product.ts';

type Invitation = DesktopState['invitations'][number];

/** What an agent's page shows after a change: the message of its web socket. */
type DesktopMessage = Extract<ServerMessage, { type: 'desktop' }>;

/** An agent at a desktop in the browser: logged in, web socket open, ready for e-mail. */
export interface Desk {
  /** The agent, logged in to the web app. */
  readonly who: Caller;
  readonly socket: PageSocket;
  /** Calls the API as the agent. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The first invitation that fits, of those that came over the web socket or will come. */
  invited(fits?: (invitation: Invitation) => boolean): Promise<Invitation>;
  accept(id: string): Promise<void>;
  /** Answers the customer; the interaction is done. */
  reply(id: string, changes?: Record<string, unknown>): Promise<string>;
  ready(isReady: boolean): Promise<void>;
}

/** Who sits there. */
export interface Seat {
  readonly userName: string;
  readonly password?: string;
  /** Media type they work with; e-mail when left out. */
  readonly media?: string;
}

/** Logs the agent in, opens the page's web socket and makes them ready. */
export async function sitDown(product: WholeProduct, { userName, password, media }: Seat): Promise<Desk> {
  return openDesk(product, await product.logIn(userName, password), media);
}

/** Opens the desktop of somebody who has logged in to the web app before. */
export async function openDesk(product: WholeProduct, who: Caller, media = 'email'): Promise<Desk> {
  const { url } = product;
  const agent = callerOf(url, who.cookie);
  const socket = await openPageSocket(url, agent);
  socket.subscribe('desktop');
  const post = async (path: string, body: unknown = {}): Promise<Answer> => {
    const answer = await agent.call('POST', path, body);
    expectStatus(answer, 200);
    return answer;
  };
  await post('/api/desktop/login', { media: [media] });
  await post('/api/desktop/ready', { media, ready: true });
  return {
    who,
    socket,
    call: (method, path, body) => agent.call(method, path, body),
    async invited(fits = () => true) {
      const offers = ({ state }: DesktopMessage): Invitation | undefined => state.invitations.find(fits);
      const message = await socket.next('desktop', (candidate) => offers(candidate) !== undefined);
      const invitation = offers(message);
      if (invitation === undefined) throw new Error('an invitation is gone from its message');
      return invitation;
    },
    async accept(id) {
      expectStatus(await agent.call('POST', `/api/desktop/interactions/${id}/accept`), 200);
    },
    async reply(id, changes = {}) {
      const { body } = await agent.call('GET', `/api/interactions/${id}`);
      const reply = {
        to: [body.from],
        subject: `Re: ${body.subject}`,
        html: '<p>Gladly.</p>',
        ...changes,
      };
      return (await post(`/api/desktop/interactions/${id}/reply`, reply)).body.interactionId;
    },
    async ready(isReady) {
      await post('/api/desktop/ready', { media, ready: isReady });
    },
  };
}
