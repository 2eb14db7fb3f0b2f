import { bundleJsonSchema, businessProcessJsonSchema } from '#dsl/document/json-schema.ts';

/** Prints the JSON Schema of a business process, or of a bundle. Answers the exit code. */
export function printSchema(isBundle: boolean): number {
  const schema = isBundle ? bundleJsonSchema() : businessProcessJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
