import type { Pool } from 'pg';
import type { Workbin } from '#dsl/model/workbin.ts';
import { type BusinessProcess, type View, businessProcessSchema } from '#dsl/document/business-process.ts';
import { type ActiveRollout, readActiveRollouts } from './active-rollouts.ts';

/** A version of a business process that takes traffic. */
export interface ActiveProcess {
  readonly tenantId: string;
  readonly versionId: string;
  readonly version: number;
  readonly document: BusinessProcess;
}

/** A view with a submitter that is on, as workers take from it. */
export interface ActiveSubmitter {
  readonly process: ActiveProcess;
  readonly queue: string;
  /** The queue is a workbin: its content is in that state. */
  readonly isWorkbin: boolean;
  readonly viewName: string;
  readonly view: View;
  readonly strategy: string;
  readonly maxInFlight: number;
  /** The version on trial beside `process`, with the strategy that its view of the same name hands to. */
  readonly rollout?: Pick<ActiveRollout, 'id' | 'mode' | 'share' | 'condition'> & {
    readonly process: ActiveProcess;
    readonly strategy: string;
  };
}

/** Queue an endpoint leads to, and the process it belongs to. */
export interface ActiveEndpoint {
  readonly media: string;
  readonly queue: string;
  readonly process: ActiveProcess;
}

/**
 * What is active now, read again when something is activated (`refresh`). Every process of the runtime has one: taking
 * and intake ask it on the hot path, so it answers from memory.
 */
export class ActiveProcesses {
  readonly #pool: Pool;
  #processes: readonly ActiveProcess[] = [];
  #submitters = new Map<string, ActiveSubmitter[]>();
  #endpoints = new Map<string, ActiveEndpoint>();
  #queues = new Set<string>();
  #workbins = new Map<string, Map<string, Workbin>>();
  readonly #versions = new Map<string, ActiveProcess>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Reads what is active. Call it once at the start, on every signal `activation`, and from time to time. */
  async refresh(): Promise<void> {
    const { rows } = await this.#pool.query<VersionRow>(
      `select v.id, v.tenant_id, v.version, v.document from processes p
       join process_versions v on v.tenant_id = p.tenant_id and v.process = p.name and v.version = p.active_version
       order by v.tenant_id, v.process`,
    );
    const rollouts = await this.#readRollouts();
    this.#processes = rows.map((row) => this.#versions.get(row.id) ?? toProcess(row));
    this.#submitters = new Map();
    this.#endpoints = new Map();
    this.#queues = new Set();
    this.#workbins = new Map();
    this.#versions.clear();
    for (const process of this.#processes)
      this.#index(process, rollouts.get(`${process.tenantId}/${process.document.name}`));
  }

  /** Every active process. */
  get all(): readonly ActiveProcess[] {
    return this.#processes;
  }

  /** Submitters that take from this queue, of all processes of the tenant. */
  submitters(tenantId: string, queue: string): readonly ActiveSubmitter[] {
    return this.#submitters.get(`${tenantId}/${queue}`) ?? [];
  }

  /** Queues with a submitter, for the sweep. */
  get queuesTakenFrom(): readonly { tenantId: string; queue: string }[] {
    return [...this.#submitters.values()].flatMap(([first]) =>
      first === undefined ? [] : [{ tenantId: first.process.tenantId, queue: first.queue }],
    );
  }

  /** Workbins of all active processes of the tenant, by name. */
  workbins(tenantId: string): ReadonlyMap<string, Workbin> {
    return this.#workbins.get(tenantId) ?? new Map<string, Workbin>();
  }

  /** A workbin by name, or undefined when no active process has it. */
  workbin(tenantId: string, name: string): Workbin | undefined {
    return this.#workbins.get(tenantId)?.get(name);
  }

  /** True when an active process of the tenant has a queue of this name that is no workbin. */
  hasQueue(tenantId: string, queue: string): boolean {
    return this.#queues.has(`${tenantId}/${queue}`);
  }

  /** Where an endpoint leads, or undefined when no active process has it. */
  endpoint(tenantId: string, media: string, name: string): ActiveEndpoint | undefined {
    return this.#endpoints.get(`${tenantId}/${media}/${name}`);
  }

  /** Any version, active or not: runs keep the one they started with. */
  async version(versionId: string): Promise<ActiveProcess> {
    const known = this.#versions.get(versionId);
    if (known !== undefined) return known;
    const { rows } = await this.#pool.query<VersionRow>(
      'select id, tenant_id, version, document from process_versions where id = $1',
      [versionId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`process version ${versionId} is gone`);
    const process = toProcess(row);
    this.#versions.set(versionId, process);
    return process;
  }

  async #readRollouts(): Promise<ReadonlyMap<string, LoadedRollout>> {
    const rollouts = await readActiveRollouts(this.#pool);
    const loaded = rollouts.map(async (rollout) => ({ ...rollout, process: await this.version(rollout.versionId) }));
    return new Map((await Promise.all(loaded)).map((one) => [`${one.tenantId}/${one.name}`, one]));
  }

  #index(process: ActiveProcess, rollout?: LoadedRollout): void {
    const { tenantId, document } = process;
    this.#versions.set(process.versionId, process);
    if (rollout !== undefined) this.#versions.set(rollout.versionId, rollout.process);
    for (const [name, { media, queue }] of Object.entries(document.endpoints)) {
      this.#endpoints.set(`${tenantId}/${media}/${name}`, { media, queue, process });
    }
    this.#indexQueues(process, document.queues, rollout);
    if (rollout?.mode === 'canary') this.#indexQueues(rollout.process, queuesOnlyIn(rollout.process, process));
  }

  #indexQueues(process: ActiveProcess, queues: BusinessProcess['queues'], rollout?: LoadedRollout): void {
    const { tenantId } = process;
    for (const [queue, { views, workbin }] of Object.entries(queues)) {
      if (workbin === undefined) this.#queues.add(`${tenantId}/${queue}`);
      else
        this.#workbins.set(tenantId, (this.#workbins.get(tenantId) ?? new Map<string, Workbin>()).set(queue, workbin));
      for (const [viewName, view] of Object.entries(views)) {
        const { submitter } = view;
        if (!view.enabled || submitter === undefined || !submitter.enabled) continue;
        const key = `${tenantId}/${queue}`;
        const list = this.#submitters.get(key) ?? [];
        const { strategy, maxInFlight } = submitter;
        const tried = trialOf(rollout, queue, viewName);
        list.push({
          process,
          queue,
          isWorkbin: workbin !== undefined,
          viewName,
          view,
          strategy,
          maxInFlight,
          ...tried,
        });
        this.#submitters.set(key, list);
      }
    }
  }
}

/** Queues that only the version on trial has: what its strategies place there is taken from there. */
function queuesOnlyIn(tried: ActiveProcess, active: ActiveProcess): BusinessProcess['queues'] {
  const queues = Object.entries(tried.document.queues);
  return Object.fromEntries(queues.filter(([queue]) => !Object.hasOwn(active.document.queues, queue)));
}

type LoadedRollout = ActiveRollout & { readonly process: ActiveProcess };

/** A view that a canary does not have, or that hands nothing on there, stays with the active version; a shadow is asked all the same. */
function trialOf(rollout: LoadedRollout | undefined, queue: string, view: string): Pick<ActiveSubmitter, 'rollout'> {
  if (rollout === undefined) return {};
  const same = rollout.process.document.queues[queue]?.views[view];
  const strategy = same?.enabled === true && same.submitter?.enabled === true ? same.submitter.strategy : undefined;
  if (strategy === undefined && rollout.mode === 'canary') return {};
  return { rollout: { ...rollout, strategy: strategy ?? '' } };
}

interface VersionRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly version: number;
  readonly document: unknown;
}

function toProcess(row: VersionRow): ActiveProcess {
  return {
    tenantId: row.tenant_id,
    versionId: row.id,
    version: row.version,
    document: businessProcessSchema.parse(row.document),
  };
}
