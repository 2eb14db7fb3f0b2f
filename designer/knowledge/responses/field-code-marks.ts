import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';
import { readTemplate } from './template-problems.ts';

/** In the rich-text editor: field codes stand out, and those that cannot be read are underlined. Nothing of it is saved. */
export const FieldCodeMarks = Extension.create({
  name: 'fieldCodeMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => decorate(doc),
        apply: (change, before) => (change.docChanged ? decorate(change.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function decorate(document: Node): DecorationSet {
  const found: Decoration[] = [];
  document.descendants((node, at) => {
    if (!node.isTextblock) return true;
    // one character for each inline node keeps places in the text and in the document the same
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    const { marks, problems } = readTemplate(text);
    const begin = at + 1;
    for (const mark of marks) found.push(stretch(begin, mark, 'field-code'));
    for (const problem of problems) found.push(stretch(begin, problem, 'field-code-wrong'));
    return false;
  });
  return DecorationSet.create(document, found);
}

function stretch(begin: number, place: { readonly at: number; readonly length: number }, look: string): Decoration {
  return Decoration.inline(begin + place.at, begin + place.at + place.length, { class: look });
}
