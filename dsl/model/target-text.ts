import { type Target, targetSchema } from './target.ts';

/**
 * Targets from what a variable holds: a target or a list of them, as objects or as the field writes them (`ada@StatServer.A`,
 * `E-mail.GA`, `?:English>=3@StatServer.GA`; the part from `@` on may be left out). Undefined when it is none of these.
 */
export function readTargets(value: unknown): Target[] | undefined {
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  const targets = members.map((member) => (typeof member === 'string' ? fromText(member) : fromObject(member)));
  if (targets.length === 0 || targets.some((target) => target === undefined)) return undefined;
  return targets.filter((target) => target !== undefined);
}

function fromObject(value: unknown): Target | undefined {
  const read = targetSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

function fromText(text: string): Target | undefined {
  const { name = '', type = '' } = /^(?<name>.+?)(?:@[^.@]*)?\.(?<type>A|GA)$/.exec(text.trim())?.groups ?? {};
  const skill = name.startsWith('?:') ? name.slice(2) : undefined;
  if (skill !== undefined && type === 'GA') return fromObject({ skill });
  return type === 'A' ? fromObject({ agent: name }) : type === 'GA' ? fromObject({ agentGroup: name }) : undefined;
}
