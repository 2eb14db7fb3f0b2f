import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';

/** Fills in the field codes of a standard response or a text. */
export const renderContent: HostCallHandler<'render-content'> = async (params, context) => {
  const rendered = await contentOf(params, context);
  if ('error' in rendered) return rendered;
  const { text, subject } = rendered.content;
  return { result: { text, subject } };
};
