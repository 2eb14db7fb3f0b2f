import { hiddenSecret, secretSettings } from './secret-settings.ts';
import { localName, type XmlElement } from './xml-element.ts';

/** A setting of a block that no conversion looked at. */
export interface Unread {
  /** Such as `timeout` or, for a part of a list, `targets.threshold`. */
  readonly path: string;
  /** What it says; a secret is not shown. */
  readonly value: string;
}

/** An element that remembers what of it was read. */
export interface WatchedElement {
  readonly element: XmlElement;
  /** Settings that nobody read by now, empty ones left out, in the order they stand in. */
  unread(): readonly Unread[];
}

/**
 * Wraps an element so that what a conversion does not read can be told of: nothing of a block is dropped in silence. What is
 * asked for by name counts as read; looking through everything, as describing a block does, does not.
 */
export function watchElement(original: XmlElement): WatchedElement {
  const secrets = secretSettings(original);
  const shown = (element: XmlElement, name: string, value: string) =>
    secrets.has(element, name) ? hiddenSecret : value;
  const root = watched(original, shown);
  return { element: root.element, unread: () => root.unread('') };
}

type Show = (element: XmlElement, name: string, value: string) => string;

interface Watching {
  readonly element: XmlElement;
  unread(path: string): readonly Unread[];
}

function watched(original: XmlElement, shown: Show): Watching {
  const attributes = new WatchedAttributes(original.attributes);
  const children = original.children.map((child) => watched(child, shown));
  let isTextRead = false;
  const element: XmlElement = {
    ...original,
    attributes,
    children: children.map((child) => child.element),
    get text() {
      isTextRead = true;
      return original.text;
    },
  };
  const unread = (path: string): readonly Unread[] => {
    const prefix = path === '' ? '' : `${path}.`;
    const text = original.text.trim();
    return [
      ...attributes.unread().map(([name, value]) => ({
        path: `${prefix}${localName(name)}`,
        value: shown(original, name, value),
      })),
      ...(isTextRead || text === ''
        ? []
        : [{ path: path === '' ? 'text' : path, value: shown(original, 'text', text) }]),
      ...children.flatMap((child) => child.unread(`${prefix}${child.element.name}`)),
    ];
  };
  return { element, unread };
}

class WatchedAttributes extends Map<string, string> {
  readonly #read = new Set<string>();

  override get(name: string): string | undefined {
    this.#read.add(name);
    return super.get(name);
  }

  unread(): readonly (readonly [string, string])[] {
    return [...this].filter(([name, value]) => !this.#read.has(name) && !isFrame(name) && value.trim() !== '');
  }
}

/** Ids and types are the file's own, and no settings. */
function isFrame(name: string): boolean {
  return localName(name) === 'id' || (name !== 'type' && localName(name) === 'type') || name.startsWith('xmlns');
}
