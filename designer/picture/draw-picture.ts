import type { CanvasCard, CanvasPort, CanvasWire, Direction } from '../canvas/canvas-parts.ts';
import { portPoint } from '../canvas/canvas-parts.ts';
import { routeWires } from '../canvas/route-wires.ts';

/** A card of a picture: what the canvas draws with React, in words. */
export interface PictureCard extends Omit<CanvasCard, 'content' | 'hue'> {
  readonly title: string;
  readonly detail: string;
  /** A colour as SVG knows it. */
  readonly colour: string;
}

/** What a picture shows. */
export interface PictureScene {
  readonly title: string;
  readonly cards: readonly PictureCard[];
  readonly wires: readonly CanvasWire[];
  readonly direction: Direction;
  readonly notes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly text: string;
  }[];
}

const ink = '#1b2330';
const dim = '#5b6675';
const line = '#c3cad4';
const bad = '#b3261e';
const margin = 24;
// of a letter of 13 pixels, on average, in the fonts that browsers and viewers have
const letterWidth = 6.6;

/** The scene as an SVG of its own: no style sheet, no script, no font but the generic one, the same by day and night. */
export function drawPicture(scene: PictureScene): string {
  const { cards, wires, direction, notes, title } = scene;
  const boxes = [...cards, ...notes];
  const left = Math.min(0, ...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(0, ...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(1, ...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(1, ...boxes.map(({ y, height }) => y + height)) + margin;
  const known = new Map(cards.map((card): [string, CanvasCard] => [card.id, { ...card, hue: '', content: undefined }]));
  const routes = routeWires({ cards: known, wires, direction });
  const size = `viewBox="${left} ${top} ${right - left} ${bottom - top}" width="${right - left}" height="${bottom - top}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#ffffff"/>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="${dim}"/></marker></defs>`,
    ...notes.map(drawNote),
    ...wires.map((wire) => drawWire(wire, routes.get(wire.id)?.path)),
    ...cards.map((card) => drawCard(card, direction)),
    '</svg>\n',
  ].join('\n');
}

function drawWire({ kind, isSide }: CanvasWire, path: string | undefined): string {
  if (path === undefined) return '';
  const dash = isSide === true || kind === 'error' ? ' stroke-dasharray="5 4"' : '';
  return `<path d="${path}" fill="none" stroke="${kind === 'error' ? bad : dim}" stroke-width="1.5"${dash} marker-end="url(#tip)"/>`;
}

function drawCard(card: PictureCard, direction: Direction): string {
  const { x, y, width, height, title, detail, colour } = card;
  const middle = detail === '' ? y + Math.min(height, 58) / 2 + 4 : y + 24;
  const isSmall = width < 60;
  return [
    `<g><title>${escaped(card.label)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="${line}"/>`,
    `<rect x="${x}" y="${y}" width="4" height="${height}" rx="2" fill="${colour}"/>`,
    isSmall ? text({ x: x + width / 2, y: y + height / 2 + 4, anchor: 'middle' }, '▶', colour) : '',
    isSmall ? '' : text({ x: x + 14, y: middle, weight: 600 }, fitting(title, width - 24), ink),
    isSmall || detail === '' ? '' : text({ x: x + 14, y: y + 42, size: 11 }, fitting(detail, (width - 24) * 1.05), dim),
    ...card.ports.filter(({ label }) => label !== undefined).map((port) => drawPort(card, port, direction)),
    '</g>',
  ].join('');
}

function drawPort(card: PictureCard, port: CanvasPort, direction: Direction): string {
  const at = portPoint(card, port.name, direction);
  const colour = port.kind === 'error' ? bad : dim;
  const dot = `<circle cx="${at.x}" cy="${at.y}" r="4" fill="${port.isWired ? colour : '#ffffff'}" stroke="${colour}"/>`;
  return `${dot}${text({ x: at.x, y: at.y - 8, size: 10, anchor: 'middle' }, fitting(port.label ?? '', 80), colour)}`;
}

function drawNote({ x, y, width, height, text: words }: PictureScene['notes'][number]): string {
  const lines = wrapped(words, width - 16).slice(0, Math.max(1, Math.floor((height - 10) / 15)));
  const written = lines.map((one, index) => text({ x: x + 8, y: y + 18 + index * 15, size: 12 }, one, ink));
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#fff6d6" stroke="#e3d49a"/>${written.join('')}`;
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'middle';
}

function text({ x, y, size, weight, anchor }: Written, words: string, colour: string): string {
  const more = [
    size === undefined ? '' : ` font-size="${size}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
    anchor === undefined ? '' : ` text-anchor="${anchor}"`,
  ].join('');
  return `<text x="${x}" y="${y}" fill="${colour}"${more}>${escaped(words)}</text>`;
}

function fitting(words: string, width: number): string {
  const most = Math.max(3, Math.floor(width / letterWidth));
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

function wrapped(words: string, width: number): string[] {
  const most = Math.max(6, Math.floor(width / (letterWidth - 0.6)));
  return words.split('\n').flatMap((one) => one.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'gu')) ?? ['']);
}

/** Text as XML and HTML hold it; what neither can hold is left out. */
export function escaped(words: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (one) => entities[one] ?? one);
}
