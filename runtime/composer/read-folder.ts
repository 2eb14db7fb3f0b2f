import { opendir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { FileCollection } from './collect-files.ts';

// folders of tools: what is in them is no project, or the project once more
const passedOver = new Set(['.git', '.svn', '.hg', 'node_modules']);

/** Reads the project files of a folder and all below it. Links are not followed, so that no ring of them is walked. */
export async function readFolder(root: string, collection: FileCollection): Promise<void> {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const inside = (path: string) => relative(root, path).split(sep).join('/');
    try {
      for await (const entry of await opendir(folder)) {
        const path = join(folder, entry.name);
        // what was generated comes last: it says once more what the diagrams say, and must not take their room
        if (entry.isDirectory() && entry.name === 'src-gen') waiting.unshift(path);
        else if (entry.isDirectory() && !passedOver.has(entry.name)) waiting.push(path);
        if (entry.isFile() && collection.wants(inside(path))) await addFile(path, inside(path), collection);
      }
    } catch (error) {
      if (folder === root || error instanceof CodedError) throw error;
      // a folder that nobody may look into must not keep the others from being read
      collection.addUnreadable(inside(folder), textOf(error));
    }
  }
}

async function addFile(path: string, inside: string, collection: FileCollection): Promise<void> {
  try {
    const { size } = await stat(path);
    // what is larger than what is left is refused before it is in memory
    if (size > collection.room()) collection.addTooLarge(inside);
    else collection.add(inside, await readFile(path));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    collection.addUnreadable(inside, textOf(error));
  }
}
