import { SaxesParser } from 'saxes';
import { localName, type XmlElement } from './xml-element.ts';

/** An XML text that was read as far as it could be. */
export interface ReadXml {
  /** The outermost elements: one in a sound document. */
  readonly roots: readonly XmlElement[];
  /** The first things that are wrong with it, with their line; empty for a sound document. */
  readonly problems: readonly string[];
}

// far beyond any diagram: what nests deeper was made to hurt
const deepest = 200;
const mostProblems = 5;
// each costs the parser a stack trace: a text with more of them is no XML, and what was read by then is kept
const mostCounted = 2000;

class TooManyProblems extends Error {}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
  end: number;
}

/**
 * Reads XML, also when it is broken: what can be read is kept and what is wrong is told. No entity but the five of XML is
 * expanded, a document type is passed over, and nothing outside the text is ever fetched. Never throws.
 */
export function readXml(text: string): ReadXml {
  const problems: string[] = [];
  const roots: Growing[] = [];
  const open: Growing[] = [];
  const parser = new SaxesParser({ position: true });
  let tagAt = 0;
  let counted = 0;
  parser.on('error', (error) => {
    counted += 1;
    if (counted > mostCounted) throw new TooManyProblems();
    if (problems.length < mostProblems) problems.push(`line ${error.message.replace(/^undefined:/, '')}`);
  });
  parser.on('opentagstart', ({ name }) => {
    tagAt = Math.max(0, parser.position - name.length - 2);
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.entries(tag.attributes));
    const element: Growing = { name: localName(tag.name), attributes, children: [], text: '', start: tagAt, end: 0 };
    const parent = open.at(-1);
    if (parent === undefined) roots.push(element);
    else if (open.length < deepest) parent.children.push(element);
    open.push(element);
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) element.end = parser.position;
  });
  try {
    parser.write(withoutForbidden(text)).close();
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
    problems.push(`${mostCounted} places, and the rest of it was not read`);
  }
  for (const element of open) element.end = text.length;
  return { roots, problems };
}

/** Characters that no XML may hold are blanks to us: they come from editors that wrote what people pasted. */
function withoutForbidden(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones meant
  return text.replace(/^\uFEFF/, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ');
}
