import { type Node, parse } from 'acorn';

/** Every node of a script's syntax tree, parents before their children; none when it cannot be read. */
export function javascriptNodes(code: string): Node[] {
  const root = parsed(code);
  const nodes: Node[] = [];
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    waiting.push(...Object.values(node).flatMap(nodesIn).toReversed());
  }
  return nodes;
}

function parsed(code: string): Node | undefined {
  try {
    return parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    });
  } catch {
    // checkFragments tells what is wrong with it
    return undefined;
  }
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value ? [value as Node] : [];
}
