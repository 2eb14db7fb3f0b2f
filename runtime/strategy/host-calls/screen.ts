import { type ScreenedMessage, screen as applyRule, screenText } from '#dsl/screening-pattern/screening-rule.ts';
import type { LiveRun } from '../execute/live-run.ts';
import type { HostCallHandler } from './handler.ts';

/** Applies one screening rule to the message, or to a given text in its place. */
export const screen: HostCallHandler<'screen'> = async ({ rule: name, text }, { run, knowledge }) => {
  const rule = await knowledge.screeningRule(run.tenantId, name);
  if (rule === undefined) {
    // Fault 904 of the field since 8.5: a missing rule is never a silent pass.
    return { error: { code: 'screen/no-such-rule', message: `There is no screening rule "${name}".` } };
  }
  const { matched, keys } = text === undefined ? applyRule(rule, messageOf(run)) : screenText(rule, text);
  // The rule names attached data; the block attaches, and asks for the bare keys.
  const bare = Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.replace(/^ScrKey_/, ''), value]));
  return { result: { matched, rules: matched ? [name] : [], keys: bare } };
};

/** What screening rules look at of the run's message. */
export function messageOf({ interaction }: LiveRun): ScreenedMessage {
  const headers = Object.entries(interaction.data)
    .filter(([key]) => key.startsWith('Header_'))
    .map(
      ([key, value]) => `${key.slice('Header_'.length)}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  return { subject: interaction.subject, body: interaction.text, headers: headers.join('\n') };
}
