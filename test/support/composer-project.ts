/** A block of a synthetic diagram. */
export interface DiagramBlock {
  readonly id: string;
  /** Such as `ird:TargetBlock`. */
  readonly type: string;
  readonly name?: string;
  /** Attributes as they are. */
  readonly settings?: Readonly<Record<string, string>>;
  /** XML inside the block. */
  readonly inner?: string;
  readonly at?: readonly [x: number, y: number];
}

/** A link of a synthetic diagram: from, to, and the name of a branch or an exception. */
export type DiagramLink = readonly [from: string, to: string, name?: string];

const namespaces =
  'xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ird="urn:ird" ' +
  'xmlns:ipd="urn:ipd" xmlns:gvp="urn:gvp" xmlns:datatypes="urn:datatypes" xmlns:notation="urn:notation"';

/** A diagram as a file of Composer has it. `kind` is the element: `ird:StrategyDiagram`, `ipd:IpdDiagram`, `gvp:CallflowDiagram`. */
export function aDiagram(
  kind: string,
  blocks: readonly DiagramBlock[],
  links: readonly DiagramLink[] = [],
  options: {
    readonly name?: string;
    readonly typeAttribute?: string;
    readonly inner?: string;
    readonly notes?: string;
  } = {},
): string {
  const type = options.typeAttribute ?? 'xmi:type';
  const shapes = blocks.map(({ id, at }) => (at === undefined ? '' : shape(id, at, type)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI xmi:version="2.0" ${namespaces}>`,
    `<${kind} xmi:id="diagram" name="${escaped(options.name ?? 'default')}" designedUsing="Composer 8.1.500.00">`,
    ...blocks.map((block) => blockXml(block, type)),
    ...links.map((link, index) => linkXml(link, index, type)),
    options.inner ?? '',
    `</${kind}>`,
    `<notation:Diagram xmi:id="drawing" element="diagram">${shapes.join('')}${options.notes ?? ''}</notation:Diagram>`,
    '</xmi:XMI>',
  ].join('\n');
}

/** A workflow with an Entry in front, which leads to the first block. */
export function aWorkflow(
  blocks: readonly DiagramBlock[],
  links: readonly DiagramLink[] = [],
  variables: Readonly<Record<string, string>> = {},
): string {
  const inner = Object.entries(variables)
    .map(
      ([name, value]) =>
        `<variables name="${name}" value="${escaped(value)}" type="User" description="Enter Description"/>`,
    )
    .join('');
  const first = blocks[0]?.id;
  const entry = { id: 'entry', type: 'ird:EntryBlock', name: 'Entry', inner, settings: { starting: 'true' } };
  return aDiagram(
    'ird:StrategyDiagram',
    [entry, ...blocks],
    [...(first === undefined ? [] : [['entry', first] as const]), ...links],
  );
}

/** Text as it stands in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\t', '&#x9;');
}

function blockXml({ id, type, name = id, settings = {}, inner = '' }: DiagramBlock, typeAttribute: string): string {
  const attributes = Object.entries(settings).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<blocks ${typeAttribute}="${escaped(type)}" xmi:id="${escaped(id)}" name="${escaped(name)}"${attributes.join('')}>${inner}</blocks>`;
}

function linkXml([from, to, name = '']: DiagramLink, index: number, typeAttribute: string): string {
  const isException = /^(?:error|interaction\.|queue\.)/.test(name);
  const type = isException ? 'ird:WorkflowExceptionLink' : 'ird:WorkflowOutputLink';
  const named = name === '' ? '' : ` name="${escaped(name)}"`;
  return `<links ${typeAttribute}="${type}" xmi:id="link${index}"${named} fromBlock="${escaped(from)}" toBlock="${escaped(to)}"/>`;
}

function shape(id: string, [x, y]: readonly [number, number], type: string): string {
  return `<children ${type}="notation:Shape" element="${escaped(id)}"><layoutConstraint ${type}="notation:Bounds" x="${x}" y="${y}"/></children>`;
}
