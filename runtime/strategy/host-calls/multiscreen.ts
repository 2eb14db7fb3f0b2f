import { type ScreeningRule, screen, screenText } from '#dsl/screening-pattern/screening-rule.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';
import { messageOf } from './screen.ts';

interface NamedRule {
  readonly name: string;
  readonly rule: ScreeningRule;
}

/** Applies several screening rules in order, up to the first match or all of them. The first rule wins a key. */
export const multiscreen: HostCallHandler<'multiscreen'> = async ({ rules: names, match, language, text }, context) => {
  const { run } = context;
  const chosen = names.length === 0 ? await rulesByOrder(context) : await rulesByName(names, context);
  if ('missing' in chosen) {
    const message = `There is no screening rule "${chosen.missing}".`;
    return { error: { code: 'screen/no-such-rule', message } };
  }
  const matched: string[] = [];
  const categories = new Set<string>();
  let keys: Record<string, string> = {};
  for (const { name, rule } of chosen.rules) {
    if (language !== undefined && rule.language !== undefined && rule.language !== language) continue;
    const found = text === undefined ? screen(rule, messageOf(run)) : screenText(rule, text);
    if (!found.matched) continue;
    matched.push(name);
    for (const category of rule.categories ?? []) categories.add(category);
    const bare = Object.entries(found.keys).map(([key, value]) => [key.replace(/^ScrKey_/, ''), value]);
    keys = { ...(Object.fromEntries(bare) as Record<string, string>), ...keys };
    if (match === 'first') break;
  }
  return { result: { rules: matched, keys, categories: [...categories] } };
};

async function rulesByName(
  names: readonly string[],
  { run, knowledge }: HostCallContext,
): Promise<{ rules: NamedRule[] } | { missing: string }> {
  const rules: NamedRule[] = [];
  for (const name of names) {
    const rule = await knowledge.screeningRule(run.tenantId, name);
    if (rule === undefined) return { missing: name };
    rules.push({ name, rule });
  }
  return { rules };
}

/** Every enabled rule: by its order, those without one last; equals by name. */
async function rulesByOrder({ run, knowledge }: HostCallContext): Promise<{ rules: readonly NamedRule[] }> {
  const all = await knowledge.screeningRules(run.tenantId);
  const rank = ({ rule }: NamedRule): number => rule.order ?? Number.MAX_SAFE_INTEGER;
  return {
    rules: all.filter(({ rule }) => rule.enabled).toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
  };
}
