import { forms as formsEn } from '../en/forms.ts';
import { kit as kitEn } from '../en/kit.ts';
import { lists as listsEn } from '../en/lists.ts';
import { panes as panesEn } from '../en/panes.ts';
import { sections as sectionsEn } from '../en/sections.ts';
import { shell as shellEn } from '../en/shell.ts';
import { layOver } from '../lay-over.ts';
import { forms } from './forms.ts';
import { kit } from './kit.ts';
import { lists } from './lists.ts';
import { panes } from './panes.ts';
import { sections } from './sections.ts';
import { shell } from './shell.ts';

const translated: readonly (readonly [english: object, german: object])[] = [
  [formsEn, forms],
  [kitEn, kit],
  [listsEn, lists],
  [panesEn, panes],
  [sectionsEn, sections],
  [shellEn, shell],
];

/** Makes every text that is translated German. Called before any module that shows texts is loaded. */
export function speakGerman(): void {
  for (const [english, german] of translated) layOver(english, german);
}
