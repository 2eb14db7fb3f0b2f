import { Worker } from 'node:worker_threads';
import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import { modelVersion } from '#dsl/classification/encode-model.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { TrainingExample } from '#dsl/model/classification-model.ts';
import { publish } from '#runtime/store/signal.ts';
import type { TrainMessage, TrainRequest } from './train-message.ts';

/** Another process trains a model as long as it has said so within this time. */
const silenceSeconds = 60;
/** How often progress is written down. */
const progressMs = 1000;

/** Where in the bytes of a model the version of their layout stands. */
const versionByte = 7;

/** Memory of a training; the numbers of the model, some hundred megabytes at most, come on top. */
const mostHeapMiB = 1024;

type Trained = Extract<TrainMessage, { kind: 'trained' }>;

interface Claimed {
  readonly tenant_id: string;
  readonly name: string;
  readonly id: string;
  readonly examples: TrainingExample[];
}

/** Trains models that wait for it, one after the other, in a thread of its own. What a lost process began is begun anew. */
export class Trainer {
  readonly #pool: Pool;
  readonly #log: FastifyBaseLogger;
  #working: Promise<void> | undefined;
  #worker: Worker | undefined;
  #isStopped = false;

  constructor(pool: Pool, log: FastifyBaseLogger) {
    this.#pool = pool;
    this.#log = log;
  }

  /** Models may wait for their training. */
  look(): void {
    if (this.#isStopped || this.#working !== undefined) return;
    this.#working = this.#trainAll()
      .catch((error: unknown) => this.#log.error({ err: error }, 'models could not be trained'))
      .finally(() => {
        this.#working = undefined;
      });
  }

  /** Resolves once nothing waits for its training any more. */
  async idle(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  /** Gives up what is under way; another start takes it up again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#worker?.terminate();
    await this.#working;
  }

  async #trainAll(): Promise<void> {
    await this.#renewOutdated();
    for (let claimed = await this.#claim(); claimed !== undefined; claimed = await this.#claim()) {
      await this.#trainOne(claimed);
    }
  }

  /** Models that an earlier version of the product wrote are learned again from their texts. */
  async #renewOutdated(): Promise<void> {
    await this.#pool.query(
      `update classification_models set training = jsonb_build_object('id', gen_random_uuid(), 'progress', 0)
       where training is null and model is not null and get_byte(model, $1) <> $2`,
      [versionByte, modelVersion],
    );
  }

  async #claim(): Promise<Claimed | undefined> {
    if (this.#isStopped) return undefined;
    const { rows } = await this.#pool.query<Claimed>(
      `update classification_models m set training = training || jsonb_build_object('at', now())
       where (tenant_id, name) = (
         select tenant_id, name from classification_models
         where training is not null and training -> 'error' is null
           and (training -> 'at' is null or (training ->> 'at')::timestamptz < now() - make_interval(secs => $1))
         order by tenant_id, name limit 1 for update skip locked)
       returning tenant_id, name, training ->> 'id' as id, examples`,
      [silenceSeconds],
    );
    return rows[0];
  }

  async #trainOne(claimed: Claimed): Promise<void> {
    const { tenant_id: tenantId, name, id } = claimed;
    try {
      const trained = await this.#runThread(claimed);
      if (trained === 'not-wanted') return;
      const { model, quality } = trained;
      await this.#pool.query(
        `update classification_models set model = $4, quality = $5, trained_at = now(), training = null
         where tenant_id = $1 and name = $2 and training ->> 'id' = $3`,
        [tenantId, name, id, Buffer.from(model), JSON.stringify(quality)],
      );
      await publish(this.#pool, [{ kind: 'knowledge', tenantId, what: 'model' }]);
    } catch (error) {
      if (this.#isStopped) {
        await this.#note(claimed, { at: null });
        return;
      }
      this.#log.warn({ err: error, model: name }, 'a model could not be trained');
      await this.#note(claimed, { error: textOf(error) });
    }
  }

  /** Trains in a thread of its own, which ends early once nobody wants this training any more. */
  #runThread(claimed: Claimed): Promise<Trained | 'not-wanted'> {
    const request: TrainRequest = { examples: claimed.examples };
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMiB },
    });
    this.#worker = worker;
    let notedAt = Date.now();
    return new Promise<Trained | 'not-wanted'>((resolve, reject) => {
      worker.on('message', (message: TrainMessage) => {
        if (message.kind === 'trained') resolve(message);
        else if (Date.now() - notedAt > progressMs) {
          notedAt = Date.now();
          void this.#note(claimed, { progress: message.progress, at: new Date().toISOString() }).then((isWanted) => {
            if (!isWanted) resolve('not-wanted');
          });
        }
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the training ended by itself (${code})`)));
    }).finally(() => worker.terminate());
  }

  /** Writes facts down and says whether this training is still wanted: it may have been cancelled, or begun anew with other texts. */
  async #note({ tenant_id: tenantId, name, id }: Claimed, facts: Record<string, unknown>): Promise<boolean> {
    try {
      const { rowCount } = await this.#pool.query(
        `update classification_models set training = jsonb_strip_nulls(training || $4::jsonb)
         where tenant_id = $1 and name = $2 and training ->> 'id' = $3`,
        [tenantId, name, id, JSON.stringify(facts)],
      );
      return rowCount !== 0;
    } catch (error) {
      this.#log.warn({ err: error }, 'the progress of a training could not be noted');
      return true;
    }
  }
}
