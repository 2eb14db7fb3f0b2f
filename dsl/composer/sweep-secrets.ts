import { isBlank, isSecretName, withoutSecrets } from './secret-texts.ts';

/** Settings without their secrets, and the names of what was taken out. */
export interface Swept<Value> {
  readonly value: Value;
  readonly names: readonly string[];
}

// settings of ours that name a secret instead of holding one
const naming = new Set(['secret', 'secretAs', 'secretFor']);

/**
 * Blanks what carries a secret: values by a telling name, whether they stand by it (`{ apiKey: … }`) or beside it
 * (`{ name: 'apiKey', value: … }`), and secrets inside any text.
 */
export function sweepSecrets<Value>(value: Value): Swept<Value> {
  const names: string[] = [];
  // the shape is kept: only texts change
  const swept = sweep(value, names, 0) as Value;
  return { value: swept, names: [...new Set(names)] };
}

/** The same with the secrets blanked that stand inside its texts. */
export function sweepTexts<Value>(value: Value): Value {
  // the shape is kept: only texts change
  return sweptTexts(value) as Value;
}

function sweptTexts(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value).text;
  if (Array.isArray(value)) return value.map(sweptTexts);
  if (typeof value !== 'object' || value === null) return value;
  // names are swept too, so that what refers to them still does
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [withoutSecrets(key).text, sweptTexts(one)]));
}

function sweep(value: unknown, names: string[], depth: number): unknown {
  if (typeof value === 'string') return cleaned(value, names);
  if (Array.isArray(value)) return value.map((one) => sweep(one, names, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const label = fields['variable'] ?? fields['key'] ?? fields['name'];
  const isLabelled = typeof label === 'string' && isSecretName(label);
  return Object.fromEntries(
    Object.entries(fields).map(([key, one]) => {
      if (depth === 0 && naming.has(key)) return [key, one];
      const name = key === 'value' && isLabelled ? String(label) : key;
      const holds = (isSecretName(key) || (key === 'value' && isLabelled)) && typeof one === 'string' && !isBlank(one);
      if (!holds) return [key, sweep(one, names, depth + 1)];
      names.push(name);
      return [key, ''];
    }),
  );
}

function cleaned(text: string, names: string[]): string {
  const found = withoutSecrets(text);
  names.push(...found.names);
  return found.text;
}
