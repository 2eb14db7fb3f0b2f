import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { type Caller, callerOf } from '../api.ts';
import { expectStatus, type WholeProduct } from '../whole-product.ts';

/** Agents who take what they are offered, reject some of it, and answer the rest. */
export interface BusyAgents {
  /** Interactions that replies became, as the API said. */
  readonly replies: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** A look at the desktop is so long ago at most. */
const lookMs = 200;
/** Share of the invitations that is rejected. */
const rejectedShare = 0.1;

/** Makes agents of the sample's group and sets them to work; what fails because the product is away they try again. */
export async function startBusyAgents(product: WholeProduct, userNames: readonly string[]): Promise<BusyAgents> {
  const replies = new Set<string>();
  const stopping = new AbortController();
  const agents: Caller[] = [];
  for (const userName of userNames) agents.push(await hire(product, userName));
  const work = agents.map(async ({ cookie }) => {
    const requestIds = new Map<string, string>();
    while (!stopping.signal.aborted) {
      const agent = callerOf(product.url, cookie);
      try {
        // Also keeps the session: there is no page that would.
        await post(agent, 'login', { media: ['email'] });
        const desktop = await post<DesktopState>(agent, 'ready', { media: 'email', ready: true });
        const takes = (desktop?.invitations ?? []).map(({ id }) =>
          post(agent, `interactions/${id}/${Math.random() < rejectedShare ? 'reject' : 'accept'}`, {}),
        );
        const answers = (desktop?.handling ?? []).map(async ({ id, from }) => {
          // The same for every attempt, so that an answer that was lost on its way makes no second reply.
          const requestId = requestIds.get(id) ?? randomUUID();
          requestIds.set(id, requestId);
          const reply = { to: [from], subject: 'Re: your question', html: '<p>Gladly.</p>', requestId };
          const sent = await post<{ interactionId: string }>(agent, `interactions/${id}/reply`, reply);
          if (sent !== undefined) replies.add(sent.interactionId);
        });
        await Promise.all([...takes, ...answers]);
      } catch (error) {
        // The product is away; anything else than a broken connection is a fault.
        if (!(error instanceof TypeError)) throw error;
      }
      await pause(lookMs);
    }
  });
  return {
    replies,
    async stop() {
      stopping.abort();
      await Promise.all(work);
    },
  };
}

/** Makes an agent of the sample's group, who has logged in to the web app. */
export async function hire(product: WholeProduct, userName: string, capacity = 30): Promise<Caller> {
  const password = `${userName} at first`;
  const person = {
    userName,
    role: 'agent',
    firstName: userName,
    lastName: 'Busy',
    email: `${userName}@abc.example`,
    capacity: { email: capacity },
    groups: ['E-mail distribution for processing'],
    password,
  };
  expectStatus(await product.administrator.call('POST', '/api/people', person), 201);
  return product.logIn(userName, password);
}

/** What was answered; undefined when the interaction is not the agent's any more. */
async function post<Body>(agent: Caller, path: string, body: object): Promise<Body | undefined> {
  const answer = await agent.call('POST', `/api/desktop/${path}`, body);
  if (answer.status === 409) return undefined;
  if (answer.status >= 500) throw new TypeError(`the product answered ${answer.status}`);
  expectStatus(answer, 200);
  return answer.body;
}
