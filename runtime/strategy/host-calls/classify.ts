import type { HostCallHandler } from './handler.ts';

/** Asks a classification model for the categories of the message, surest first. */
export const classify: HostCallHandler<'classify'> = async (
  { model: name, minimumConfidence, top, text },
  { run, knowledge },
) => {
  const model = await knowledge.model(run.tenantId, name);
  if (model === undefined) {
    return {
      error: { code: 'classify/no-such-model', message: `There is no trained classification model "${name}".` },
    };
  }
  const { subject, text: body } = run.interaction;
  const categories = model(text ?? `${subject}\n${body}`, top).filter(
    ({ confidence }) => confidence >= minimumConfidence,
  );
  return { result: { categories: categories.map(({ category, confidence }) => ({ name: category, confidence })) } };
};
