import type { ExternalService } from '#dsl/model/external-service.ts';

type Methods = ExternalService['methods'];
type Parameter = Methods[string]['parameters'][number];

/** Methods of a service, one a line: `Score(mail: text, age?: number)`. */
export function methodsText(methods: Methods): string {
  return Object.entries(methods)
    .map(([name, { parameters }]) => {
      const given = parameters.map(({ name: one, type, required }) => `${one}${required ? '' : '?'}: ${type}`);
      return `${name}(${given.join(', ')})`;
    })
    .join('\n');
}

/** What such a text says, or the number of the first line that says nothing. What is known of a method besides stays. */
export function readMethods(
  text: string,
  known: Methods,
): { readonly methods: Methods } | { readonly wrongLine: number } {
  const methods: Record<string, Methods[string]> = {};
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, name, inside = ''] = /^\s*([^\s()](?:[^()]*[^\s()])?)\s*(?:\(([^()]*)\))?\s*$/.exec(line) ?? [];
    const parameters = inside
      .split(',')
      .filter((one) => one.trim() !== '')
      .map(readParameter);
    if (name === undefined || parameters.some((one) => one === undefined)) return { wrongLine: index + 1 };
    const { description } = known[name] ?? {};
    methods[name] = {
      ...(description !== undefined && { description }),
      parameters: parameters.filter((one) => one !== undefined),
    };
  }
  return { methods };
}

function readParameter(text: string): Parameter | undefined {
  const [, name, isOptional, type = 'text'] =
    /^\s*([^\s?:]+)\s*(\?)?\s*(?::\s*(text|number|boolean|any))?\s*$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, type: type as Parameter['type'], required: isOptional === undefined };
}
