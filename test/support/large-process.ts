const columns = 25;

/** A draft with a strategy `Main` of so many blocks in rows, each leading to the next, and 100 queues with view and submitter. */
export function largeProcess(process: string, count: number) {
  const blocks: Record<string, object> = { entry: { type: 'entry', ports: { next: 'wait-1' } } };
  const positions: Record<string, { x: number; y: number }> = { entry: { x: 0, y: -160 } };
  for (let index = 1; index < count; index += 1) {
    const isLast = index === count - 1;
    blocks[`wait-${index}`] = {
      type: 'wait',
      name: `Wait ${index}`,
      config: { seconds: 5 },
      ports: { next: isLast ? 'end' : `wait-${index + 1}` },
    };
    positions[`wait-${index}`] = { x: (index % columns) * 300, y: Math.floor(index / columns) * 160 };
  }
  blocks['end'] = { type: 'queue-interaction', config: { queue: 'Queue 1' } };
  positions['end'] = { x: 0, y: (count / columns + 1) * 160 };
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
  const queues = Object.fromEntries(
    numbers.map((number) => [`Queue ${number}`, { views: { All: { submitter: { strategy: 'Main' } } } }]),
  );
  const placed = numbers.flatMap((number) =>
    ['queue', 'view', 'submitter'].map((kind, index) => [
      kind === 'queue' ? `queue:Queue ${number}` : `${kind}:Queue ${number}/All`,
      { x: index * 260, y: number * 100 },
    ]),
  );
  const draft = {
    format: 1,
    name: process,
    errorQueue: 'Queue 1',
    endpoints: {},
    queues,
    strategies: { Main: { blocks } },
  };
  const layout = {
    process: { positions: { ...Object.fromEntries(placed), 'strategy:Main': { x: 1100, y: 100 } }, notes: {} },
    strategies: { Main: { positions, notes: {} } },
  };
  return { draft, layout };
}
