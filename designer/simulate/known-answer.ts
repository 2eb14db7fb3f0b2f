import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import type { RunInput } from '#dsl/compile/run-contract.ts';
import { type ScreeningRule, screen, screenText } from '#dsl/screening-pattern/screening-rule.ts';
import type { KnownAnswer } from '#dsl/simulate/simulation.ts';
import { screenCall } from '#dsl/blocks/screen/screen.ts';
import { api } from '../kit/api.ts';

/**
 * What the page can answer itself in a simulation: screening rules of the knowledge base are applied by the same code as
 * in the runtime. What it cannot read is left to the plainest answer.
 */
export function knownAnswer(input: RunInput): KnownAnswer {
  const rules = new Map<string, Promise<ScreeningRule | undefined>>();
  return async (call) => {
    const params = call.name === screenCall.name ? screenCall.params.safeParse(call.params) : undefined;
    if (params?.success !== true) return undefined;
    const { rule: name, text } = params.data;
    const reading = rules.get(name) ?? readRule(name);
    rules.set(name, reading);
    const rule = await reading;
    if (rule === undefined) return undefined;
    const { matched, keys } = text === undefined ? screen(rule, messageOf(input)) : screenText(rule, text);
    // the rule names attached data; the call answers the bare keys
    const bare = Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.replace(/^ScrKey_/, ''), value]));
    return { result: { matched, rules: matched ? [name] : [], keys: bare }, afterSeconds: 0 };
  };
}

async function readRule(name: string): Promise<ScreeningRule | undefined> {
  try {
    return await api.get(`/api/screening-rules/${encodeURIComponent(name)}`, screeningRuleDocumentSchema);
  } catch {
    // away or gone: the simulation goes on with the plainest answer, which people may change
    return undefined;
  }
}

function messageOf({ interaction, data }: RunInput): { subject: string; body: string; headers: string } {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const headers = Object.entries(data)
    .filter(([key]) => key.startsWith('Header_'))
    .map(
      ([key, value]) => `${key.slice('Header_'.length)}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  return { subject: text(interaction['subject']), body: text(interaction['text']), headers: headers.join('\n') };
}
