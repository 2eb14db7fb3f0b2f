/** What the names of a Composer expression stand for, in one strategy. Grows while the strategy is translated. */
export interface Scope {
  /** Our variable for a name of the diagram, of the project (`_data.x`) or of the system; undefined when nobody declares it. */
  variableFor(name: string): string | undefined;
  /** Our variable for a name, declared now when it is not yet. */
  declare(name: string): string;
  /** A function of the project's own scripts that expressions may bring along; undefined when there is none of that name. */
  functionNamed?(name: string): { readonly text: string; readonly file: string } | undefined;
}

/** What a system variable of Composer is here; the others become variables of the strategy. */
export const systemVariables: Readonly<Record<string, string>> = {
  InteractionID: 'interaction.id',
  InitialInteractionID: 'interaction.id',
  ParentInteractionID: 'interaction.parentId',
  InteractionMediaType: 'interaction.media',
  InteractionType: 'interaction.type',
  InteractionSubType: 'interaction.subtype',
  ExternalID: 'interaction.externalId',
  CurrentQueue: 'interaction.queue',
  LastErrorEvent: 'lastError',
  LastErrorEventName: 'lastError?.code',
  LastErrorDescription: 'lastError?.message',
};

/** A text of Composer in our language: the JavaScript and what was assumed on the way, or why it could not be done. */
export type Translated =
  | { readonly js: string; readonly assumptions: readonly string[] }
  | { readonly problem: string };

/** Globals that scripts have here as they had them there. */
export const globalNames: ReadonlySet<string> = namesIn(
  'undefined NaN Infinity Object Array String Number Boolean Math Date JSON RegExp Map Set Symbol arguments ' +
    'Error TypeError RangeError SyntaxError parseInt parseFloat isNaN isFinite ' +
    'encodeURI encodeURIComponent decodeURI decodeURIComponent',
);

/** Names of our own that a script of theirs must not hide. */
export const ownNames: ReadonlySet<string> = namesIn('interaction contact data vars lastError calls log run fn');

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
