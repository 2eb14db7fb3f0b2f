import type { Diagram, SourceBlock, SourceLink } from './diagram.ts';
import { attributeOf, walkXml, type XmlElement } from './xml-element.ts';

const stateNames = new Set(['state', 'parallel', 'final', 'history']);

/**
 * An SCXML file as a diagram: each state that holds no others is a block, its transitions are links. States around states are
 * blocks too, which lead to where they begin.
 */
export function readMachine(file: string, root: XmlElement): Diagram {
  const states = [...walkXml(root)].filter((element) => element !== root && stateNames.has(element.name));
  const ids = new Map<string, string>();
  const drafts = states.map((element, index) => {
    const written = cleanId(attributeOf(element, 'id') ?? '');
    const id = written === '' || ids.has(written) ? `state ${index + 1}` : written;
    ids.set(id, id);
    return { element, id, written };
  });
  const idOf = new Map(drafts.map(({ element, id }) => [element, id]));
  const known = new Set(idOf.values());
  const initial = targetOf(root, 'initial') ?? drafts[0]?.id ?? '';
  return {
    kind: 'workflow',
    file,
    name: attributeOf(root, 'name') ?? '',
    designedUsing: '',
    blocks: drafts.map((draft) => readState(draft, initial, { idOf, known })),
    handlers: [],
    positions: new Map(),
    notes: [],
    danglingLinks: 0,
  };
}

interface DraftState {
  readonly element: XmlElement;
  readonly id: string;
  readonly written: string;
}

/** The states of a machine, by element and by id. */
interface KnownStates {
  readonly idOf: ReadonlyMap<XmlElement, string>;
  readonly known: ReadonlySet<string>;
}

function readState(draft: DraftState, initial: string, { idOf, known }: KnownStates): SourceBlock {
  const { element, id, written: name } = draft;
  const inner = element.children.find((child) => idOf.has(child));
  const begins = targetOf(element, 'initial') ?? (inner === undefined ? undefined : idOf.get(inner));
  const begin: SourceLink[] =
    begins === undefined || !known.has(begins) ? [] : [{ name: '', isException: false, to: begins }];
  const links = element.children.flatMap((child) => (child.name === 'transition' ? readTransition(child, known) : []));
  const attributes = new Map(element.attributes);
  // a block's condition is another thing than a state's attributes
  if (id === initial) attributes.set('starting', 'true');
  return {
    element: { ...element, attributes },
    id,
    type: `scxml:${element.name}`,
    kind: element.name === 'final' ? 'exit' : `scxml${element.name}`,
    name,
    note: '',
    isDisabled: false,
    links: [...begin, ...links],
  };
}

function readTransition(element: XmlElement, known: ReadonlySet<string>): SourceLink[] {
  const to = cleanId(attributeOf(element, 'target') ?? '');
  const event = attributeOf(element, 'event')?.trim() ?? '';
  const isException = event === 'error' || event.startsWith('error.');
  return known.has(to) ? [{ name: isException || !/\bdone$/.test(event) ? event : '', isException, to }] : [];
}

function targetOf(element: XmlElement, name: string): string | undefined {
  const attribute = attributeOf(element, name);
  if (attribute !== undefined) return cleanId(attribute);
  const transition = element.children
    .find((child) => child.name === name)
    ?.children.find((child) => child.name === 'transition');
  return transition === undefined ? undefined : cleanId(attributeOf(transition, 'target') ?? '');
}

/** Composer writes states of its subroutines with a prefix that is filled in when they are called. */
function cleanId(id: string): string {
  return (
    id
      .trim()
      .split(/\s+/)[0]
      ?.replace(/^\$\$_MY_PREFIX_\$\$\./, '') ?? ''
  );
}
