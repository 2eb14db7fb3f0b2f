/** Texts of panes whose sizes people change. */
export const panes = {
  pane: { left: 'Left pane', right: 'Right pane' },
  resize: { left: 'Width of the left pane', right: 'Width of the right pane', bottom: 'Height of the lower pane' },
} as const;
