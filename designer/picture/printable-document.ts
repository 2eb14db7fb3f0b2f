import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Layout } from '#dsl/document/layout.ts';
import type { Strategy } from '#dsl/document/strategy.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { describeBlock } from '../strategy/describe-block.ts';
import { escaped } from './draw-picture.ts';
import { type Arrange, processPicture, strategyPicture } from './pictures.ts';

const style = `
  @page { size: A4; margin: 16mm }
  @page wide { size: A4 landscape; margin: 12mm }
  body { margin: 0; color: #1b2330; font: 10.5pt/1.45 system-ui, sans-serif }
  h1 { font-size: 24pt; margin: 60mm 0 4mm } h2 { font-size: 15pt; margin: 0 0 4mm } h3 { font-size: 11pt; margin: 6mm 0 2mm }
  section { break-before: page } .cover p { color: #5b6675; margin: 1mm 0 }
  figure { margin: 0 } figure svg { max-width: 100%; max-height: 225mm; height: auto } .wide { page: wide } .wide svg { max-height: 165mm }
  table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9pt } tr { break-inside: avoid }
  th, td { border-bottom: 1px solid #c3cad4; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { font-weight: 600 } td.settings { font-family: monospace; font-size: 8pt; white-space: pre-wrap }
`;

/**
 * The whole process as one HTML page to print or to keep as PDF: cover, picture, its objects, and each strategy with its picture
 * and the settings of its blocks. `facts` stand on the cover, such as version and date.
 */
export async function printableDocument(
  process: BusinessProcess,
  layout: Layout,
  facts: readonly string[],
  arrange?: Arrange,
): Promise<string> {
  const strategies: string[] = [];
  for (const name of Object.keys(process.strategies))
    strategies.push(await strategySection(name, process, (one) => strategyPicture(one, layout, arrange)));
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(process.name)}</title><style>${style}</style></head><body>`,
    '<header class="cover">',
    `<h1>${escaped(process.name)}</h1>`,
    ...[process.description ?? '', ...facts].filter((fact) => fact !== '').map((fact) => `<p>${escaped(fact)}</p>`),
    '</header>',
    `<section class="wide"><h2>${escaped(t.print.process)}</h2><figure>${await processPicture(process, layout, arrange)}</figure></section>`,
    `<section><h2>${escaped(t.print.objects)}</h2>${objectTables(process)}</section>`,
    ...strategies,
    '</body></html>\n',
  ].join('\n');
}

async function strategySection(
  name: string,
  process: BusinessProcess,
  draw: (strategy: readonly [string, Strategy]) => Promise<string>,
): Promise<string> {
  const strategy = process.strategies[name];
  if (strategy === undefined) return '';
  const rows = Object.entries(strategy.blocks).map(([id, instance]) => {
    const block = describeBlock(instance);
    const exits = Object.entries(instance.ports).map(([port, to]) => `${port} → ${nameOf(process, name, to)}`);
    return [
      block.name === block.typeLabel ? block.name : `${block.name} (${block.typeLabel})`,
      id,
      settingsOf(instance.config),
      exits.join('\n'),
    ];
  });
  return [
    `<section><h2>${escaped(`${t.print.strategy} ${name}`)}</h2>`,
    strategy.description === undefined ? '' : `<p>${escaped(strategy.description)}</p>`,
    `<figure>${await draw([name, strategy])}</figure>`,
    `<h3>${escaped(t.print.blocks)}</h3>`,
    table([t.print.block, t.print.id, t.print.settings, t.print.exits], rows),
    '</section>',
  ].join('\n');
}

function nameOf(process: BusinessProcess, strategy: string, id: string): string {
  const instance = process.strategies[strategy]?.blocks[id];
  return instance === undefined ? id : describeBlock(instance).name;
}

function objectTables(process: BusinessProcess): string {
  const endpoints = Object.entries(process.endpoints).map(([name, { media, queue, description }]) => [
    name,
    media,
    queue,
    description ?? '',
  ]);
  const views = Object.entries(process.queues).flatMap(([queue, { views: all, description }]) => {
    const rows = Object.entries(all).map(([view, { submitter, order, condition }]) => [
      queue,
      view,
      [order.join(', '), condition === undefined ? '' : JSON.stringify(condition)].filter(Boolean).join('\n'),
      submitter === undefined
        ? ''
        : `${submitter.strategy} (${submitter.enabled ? t.print.atMost(submitter.maxInFlight) : t.print.off})`,
    ]);
    return rows.length > 0 ? rows : [[queue, '', description ?? '', '']];
  });
  const macros = Object.entries(process.macros).map(([name, { parameters, expression }]) => [
    `${name}(${parameters.join(', ')})`,
    expression,
  ]);
  return [
    `<h3>${escaped(t.print.endpoints)}</h3>`,
    table([t.print.name, t.print.media, t.print.queue, t.print.description], endpoints),
    `<h3>${escaped(t.print.queues)}</h3>`,
    table([t.print.queue, t.print.view, t.print.settings, t.print.submitter], views),
    ...(macros.length === 0
      ? []
      : [`<h3>${escaped(t.print.macros)}</h3>`, table([t.print.name, t.print.settings], macros)]),
  ].join('\n');
}

function settingsOf(config: Readonly<Record<string, unknown>>): string {
  return Object.entries(config)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${index > 1 ? ' class="settings"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}
