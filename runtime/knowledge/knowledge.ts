import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { type BusinessHours, businessHoursSchema } from '#dsl/model/business-hours.ts';
import { type List, listSchema } from '#dsl/model/list.ts';
import { type RoutingRule, routingRuleSchema } from '#dsl/model/routing-rule.ts';
import { type StandardResponse, standardResponseSchema } from '#dsl/model/standard-response.ts';
import { type ScreeningRule, screeningRuleSchema } from '#dsl/screening-pattern/screening-rule.ts';

/** A trained model: categories of a text, surest first. */
export type Classifier = (text: string, top: number) => { category: string; confidence: number }[];

/** Models are some megabytes each: as many as a worker keeps read. */
const maxModels = 20;
const maxDocuments = 2000;

/** What strategies read of the knowledge base, from memory; `forget` when it changed. Undefined: there is none of that name. */
export class Knowledge {
  readonly #pool: Pool;
  readonly #documents = new LRUCache<string, { readonly document: unknown }>({ max: maxDocuments, ttl: 60_000 });
  readonly #models = new LRUCache<string, Classifier>({ max: maxModels, ttl: 60_000 });

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** A standard response. */
  async response(tenantId: string, name: string): Promise<StandardResponse | undefined> {
    return this.#read('standard_responses', tenantId, name, (document) => standardResponseSchema.parse(document));
  }

  /** A screening rule. */
  async screeningRule(tenantId: string, name: string): Promise<ScreeningRule | undefined> {
    return this.#read('screening_rules', tenantId, name, (document) => screeningRuleSchema.parse(document));
  }

  /** A routing rule. */
  async routingRule(tenantId: string, name: string): Promise<RoutingRule | undefined> {
    return this.#read('routing_rules', tenantId, name, (document) => routingRuleSchema.parse(document));
  }

  /** Every screening rule, by name. */
  async screeningRules(tenantId: string): Promise<readonly { readonly name: string; readonly rule: ScreeningRule }[]> {
    const key = `screening_rules/${tenantId}`;
    const known = this.#documents.get(key);
    if (known !== undefined) return known.document as { name: string; rule: ScreeningRule }[];
    const { rows } = await this.#pool.query<{ name: string; document: unknown }>(
      'select name, document from screening_rules where tenant_id = $1 order by name',
      [tenantId],
    );
    const rules = rows.map(({ name, document }) => ({ name, rule: screeningRuleSchema.parse(document) }));
    this.#documents.set(key, { document: rules });
    return rules;
  }

  /** A list of keys with values. */
  async list(tenantId: string, name: string): Promise<List | undefined> {
    return this.#read('lists', tenantId, name, (document) => listSchema.parse(document));
  }

  /** A calendar of business hours. */
  async businessHours(tenantId: string, name: string): Promise<BusinessHours | undefined> {
    return this.#read('business_hours', tenantId, name, (document) => businessHoursSchema.parse(document));
  }

  /** A classification model that has been trained. */
  async model(tenantId: string, name: string): Promise<Classifier | undefined> {
    const key = `${tenantId}/${name}`;
    const known = this.#models.get(key);
    if (known !== undefined) return known;
    const { rows } = await this.#pool.query<{ model: Buffer }>(
      'select model from classification_models where tenant_id = $1 and name = $2 and model is not null',
      [tenantId, name],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    // Loaded when first needed: most workers never classify.
    const { classify } = await import('#dsl/classification/classify.ts');
    const { decodeModel } = await import('#dsl/classification/encode-model.ts');
    const model = decodeModel(row.model);
    const classifier: Classifier = (text, top) => classify(model, text, { top });
    this.#models.set(key, classifier);
    return classifier;
  }

  /** Reads everything anew. */
  forget(): void {
    this.#documents.clear();
    this.#models.clear();
  }

  async #read<Document>(
    table: 'standard_responses' | 'screening_rules' | 'lists' | 'business_hours' | 'routing_rules',
    tenantId: string,
    name: string,
    parse: (document: unknown) => Document,
  ): Promise<Document | undefined> {
    const key = `${table}/${tenantId}/${name}`;
    const known = this.#documents.get(key);
    if (known !== undefined) return known.document as Document | undefined;
    const { rows } = await this.#pool.query<{ document: unknown }>(
      `select document from ${table} where tenant_id = $1 and name = $2`,
      [tenantId, name],
    );
    const document = rows[0] && parse(rows[0].document);
    this.#documents.set(key, { document });
    return document;
  }
}
