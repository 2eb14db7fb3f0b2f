import { inFigures } from '../in-figures.ts';

/** Texts of media beside mail, chat and SMS: those that programs add, social accounts, and how posts are answered. */
export const media = {
  names: {
    rssfeed: 'Feeds',
    mastodon: 'Mastodon',
    facebook: 'Facebook',
    twitter: 'X',
  } as Readonly<Record<string, string>>,
  open: {
    kind: 'open medium',
    create: 'New open medium',
    save: 'Save open medium',
    emptyTitle: 'No open medium yet',
    empty:
      'An open medium is added by a program of yours: it hands interactions in over the API, and hears of answers and states.',
    taken: 'There is a medium of this name already',
    columns: { name: 'Medium', label: 'Shown as', delivery: 'Told by' },
    parts: { what: 'Medium', agents: 'For agents', program: 'For the program' },
    tokenHint: 'The program needs an API token with the right “Open media”.',
  },
  social: {
    kind: 'social account',
    create: 'New social account',
    save: 'Save social account',
    emptyTitle: 'No social account yet',
    empty: 'A social account watches a feed, mentions or a page, and answers posts where the medium takes answers.',
    taken: 'There is a social account of this name already',
    columns: { name: 'Account', kind: 'Kind', state: 'State' },
    parts: { what: 'Account', access: 'Access', watching: 'Watching' },
    state: { watching: 'Watching', failing: 'Failing', off: 'Switched off', unknown: 'Not looked at yet' },
    figures: (taken: number, asked: number) =>
      `${inFigures(taken)} posts taken, ${inFigures(asked)} requests this hour`,
    test: 'Test the account',
    testOk: 'The service let us in. Nothing was taken.',
    testFailed: 'This account cannot be used',
  },
  right: 'Open media',
  rightHelp: 'Hands in interactions of open media and hears of answers and states',
  reply: {
    answers: 'Answers',
    first: 'The first post',
    visibility: 'Who may read it',
    public: 'Public',
    private: 'Private',
    text: 'Reply',
    left: (count: number) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
    tooLong: 'Too long for this medium',
    none: 'This medium takes no answers. Mark the interaction done, or pass it on.',
  },
} as const;
