/** Texts of the form that no document of it holds, by language. */
export const formTexts = {
  en: {
    optional: '(optional)',
    choose: 'Choose…',
    needed: 'Please fill this in',
    yes: 'yes',
    sending: 'Sending…',
    failed: 'It could not be sent. What you wrote is still here; please try again.',
    notShown: 'This form cannot be shown right now.',
    tooLarge: 'The files are too large.',
    tooMany: 'Too many files are chosen.',
    files: (count: number, megabytes: number) => `At most ${count} files of ${megabytes} MB`,
    reference: 'Reference: ',
  },
  de: {
    optional: '(freiwillig)',
    choose: 'Bitte wählen…',
    needed: 'Bitte ausfüllen',
    yes: 'ja',
    sending: 'Wird gesendet…',
    failed:
      'Das ließ sich nicht senden. Was Sie geschrieben haben, steht noch hier; bitte versuchen Sie es noch einmal.',
    notShown: 'Dieses Formular lässt sich gerade nicht zeigen.',
    tooLarge: 'Die Dateien sind zu groß.',
    tooMany: 'Es sind zu viele Dateien ausgewählt.',
    files: (count: number, megabytes: number) => `Höchstens ${count} Dateien mit je ${megabytes} MB`,
    reference: 'Zeichen: ',
  },
} as const;

/** Texts in one language. */
export type FormTexts = (typeof formTexts)[keyof typeof formTexts];
