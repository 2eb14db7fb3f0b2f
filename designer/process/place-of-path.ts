import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { type ProblemPlace, problemPlace } from '../panel/problem-place.ts';

/** Where a part of a document is shown, and what people call that place. */
export interface NamedPlace extends ProblemPlace {
  readonly label: string;
}

/** The block or object that a part of a document belongs to. */
export function placeOfPath(path: readonly (string | number)[], document: BusinessProcessInput): NamedPlace {
  const [root, name, part, inner] = path.map(String);
  const isBlock = root === 'strategies' && part === 'blocks' && inner !== undefined;
  const place = problemPlace({ path: [...path], ...(isBlock && { strategy: name ?? '', block: inner }) });
  const block = document.strategies?.[name ?? '']?.blocks[inner ?? ''];
  if (isBlock) return { ...place, label: `${name} / ${block?.name ?? inner}` };
  if (root === 'strategies' && part === 'tests') return { strategy: name ?? '', label: `${name} / ${inner}` };
  if (root === 'queues' && part === 'views' && inner !== undefined) return { ...place, label: `${name} / ${inner}` };
  return { ...place, label: name ?? (root === 'errorQueue' ? t.errorQueue : (root ?? '')) };
}
