/** Texts of the parts every area shares. */
export const kit = {
  unreachable: 'The server cannot be reached. Your work stays here; try again in a moment.',
  unreadable: (path: string) =>
    `The server's answer to ${path} is not what this page expects. Reload to get the current version of the app.`,
  httpStatus: (status: number) => `The server answered with status ${status}.`,
  retry: 'Try again',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  pageBroken: 'This page ran into a fault of its own',
  pageBrokenHelp: 'Nothing you saved is lost. Reload the page; if it happens again, pass the text below on.',
  reload: 'Reload the page',
  justNow: 'just now',
  copy: 'Copy',
  copied: 'Copied',
} as const;
