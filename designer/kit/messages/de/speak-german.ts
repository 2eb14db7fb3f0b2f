import { layOver } from '../lay-over.ts';
import { learnWords } from '../spoken.ts';
import { hintsForData } from './hints-for-data.ts';
import { hintsForRouting } from './hints-for-routing.ts';
import { translatedTexts } from './translated-texts.ts';
import { vocabulary } from './vocabulary.ts';

/** Makes every text German. Called before any module that shows texts is loaded, since some keep what they read then. */
export function speakGerman(): void {
  for (const [english, german] of translatedTexts) layOver(english, german);
  for (const words of [vocabulary, hintsForData, hintsForRouting]) learnWords(words);
}
