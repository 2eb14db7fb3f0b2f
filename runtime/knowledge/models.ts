import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type ClassificationModel, classificationModelSchema } from '#dsl/model/classification-model.ts';
import { type ModelDetail, modelQualitySchema, type ModelSummary } from '#dsl/protocol/knowledge.ts';
import { publish } from '#runtime/store/signal.ts';

/** Which model. */
export interface ModelKey {
  readonly tenantId: string;
  readonly name: string;
}

interface ModelRow {
  readonly name: string;
  readonly description: string;
  readonly language: string | null;
  readonly examples: number;
  readonly trained: boolean;
  readonly quality: unknown;
  readonly training: { readonly progress?: number; readonly error?: string } | null;
  readonly trained_at: Date | null;
}

const columns = `name, description, language, jsonb_array_length(examples) as examples, model is not null as trained,
  quality, training, trained_at`;

/** Classification models of a tenant, by name. */
export async function listModels(pool: Pool, tenantId: string): Promise<ModelSummary[]> {
  const { rows } = await pool.query<ModelRow>(
    `select ${columns} from classification_models where tenant_id = $1 order by name`,
    [tenantId],
  );
  return rows.map(toSummary);
}

/** A model with its training texts. Throws `request/not-found`. */
export async function getModel(pool: Pool, { tenantId, name }: ModelKey): Promise<ModelDetail> {
  const { rows } = await pool.query<ModelRow & { texts: ClassificationModel['examples'] }>(
    `select ${columns}, examples as texts from classification_models where tenant_id = $1 and name = $2`,
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) throw missing(name);
  return { ...toSummary(row), document: toDocument(row) };
}

/** Models of these names as documents; those there are. */
export async function readModelDocuments(
  pool: Pool | PoolClient,
  tenantId: string,
  names: readonly string[],
): Promise<ClassificationModel[]> {
  const { rows } = await pool.query<ModelRow & { texts: ClassificationModel['examples'] }>(
    `select ${columns}, examples as texts from classification_models where tenant_id = $1 and name = any($2) order by name`,
    [tenantId, names],
  );
  return rows.map(toDocument);
}

/** Keeps what a model is trained on; what it learned before stays in use until it is trained anew. It waits for its training. */
export async function keepModelDocument(
  pool: Pool | PoolClient,
  tenantId: string,
  { name, description, language, examples }: ClassificationModel,
): Promise<void> {
  await pool.query(
    `insert into classification_models (tenant_id, name, description, language, examples, training)
     values ($1, $2, $3, $4, $5, jsonb_build_object('id', gen_random_uuid(), 'progress', 0))
     on conflict (tenant_id, name) do update set description = excluded.description, language = excluded.language,
       examples = excluded.examples, training = excluded.training`,
    [tenantId, name, description ?? '', language ?? null, JSON.stringify(examples)],
  );
}

/** Has a model learn anew from the texts it has. Throws `request/not-found`. */
export async function startTraining(pool: Pool, { tenantId, name }: ModelKey): Promise<void> {
  const { rowCount } = await pool.query(
    `update classification_models set training = jsonb_build_object('id', gen_random_uuid(), 'progress', 0)
     where tenant_id = $1 and name = $2`,
    [tenantId, name],
  );
  if (rowCount === 0) throw missing(name);
}

/**
 * Gives a training up; within about a second whoever trains stops. What the model learned before stays in use. Throws
 * `request/not-found`, and `request/conflict` when it is not being trained.
 */
export async function cancelTraining(pool: Pool, { tenantId, name }: ModelKey): Promise<void> {
  const { rowCount } = await pool.query(
    `update classification_models set training = null
     where tenant_id = $1 and name = $2 and training is not null and training -> 'error' is null`,
    [tenantId, name],
  );
  if (rowCount !== 0) return;
  await getModel(pool, { tenantId, name });
  throw new CodedError('request/conflict', { kind: 'classification model', name, reason: 'is not being trained' });
}

/** Removes a model; strategies that name it leave by their error port and say so. Throws `request/not-found`. */
export async function deleteModel(pool: Pool, { tenantId, name }: ModelKey): Promise<void> {
  const gone = await pool.query('delete from classification_models where tenant_id = $1 and name = $2', [
    tenantId,
    name,
  ]);
  if (gone.rowCount === 0) throw missing(name);
  await publish(pool, [{ kind: 'knowledge', tenantId, what: 'model' }]);
}

function missing(name: string): CodedError {
  return new CodedError('request/not-found', { kind: 'classification model', name });
}

function toSummary(row: ModelRow): ModelSummary {
  const { name, description, language, examples, trained, training, trained_at } = row;
  const isFailed = training?.error !== undefined;
  return {
    name,
    description,
    language,
    examples,
    state: training === null ? (trained ? 'trained' : 'untrained') : isFailed ? 'failed' : 'training',
    progress: training === null || isFailed ? null : (training.progress ?? 0),
    problem: training?.error ?? null,
    quality: modelQualitySchema.safeParse(row.quality).data ?? null,
    trainedAt: trained_at?.toISOString() ?? null,
  };
}

function toDocument(row: ModelRow & { texts: ClassificationModel['examples'] }): ClassificationModel {
  return classificationModelSchema.parse({
    name: row.name,
    ...(row.description !== '' && { description: row.description }),
    ...(row.language !== null && { language: row.language }),
    examples: row.texts,
  });
}
