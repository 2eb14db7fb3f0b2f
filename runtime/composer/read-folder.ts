import { opendir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileCollection } from './collect-files.ts';

// folders of tools: what is in them is no project, or the project once more
const passedOver = new Set(['.git', '.svn', '.hg', 'node_modules']);

/** Reads the project files of a folder and all below it. Links are not followed, so that no ring of them is walked. */
export async function readFolder(root: string, collection: FileCollection): Promise<void> {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      const inside = relative(root, path).split(sep).join('/');
      if (entry.isDirectory() && !passedOver.has(entry.name)) waiting.push(path);
      if (!entry.isFile() || !collection.wants(inside)) continue;
      const { size } = await stat(path);
      // what is larger than what is left is refused before it is in memory
      collection.add(inside, size > collection.room() ? new Uint8Array(size) : await readFile(path));
    }
  }
}
