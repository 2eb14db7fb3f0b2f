/** Texts of versions: working at the same time, history, comparing, activation by plan and by shares. */
export const versions = {
  somebody: 'somebody',
  mergedIn: (who: string) => `Changes by ${who} were taken in.`,
  conflictTitle: 'You both changed the same',
  conflictHelp: (who: string) =>
    `${who} saved this process meanwhile. Everything else has been merged; decide these, and saving goes on.`,
  conflictWas: 'Before',
  conflictMine: 'Yours',
  conflictTheirs: (who: string) => `By ${who}`,
  conflictRemoved: 'Removed',
  conflictUnset: 'Not set',
  conflictWhole: 'The whole object',
  conflictMineAll: 'Take all of yours',
  conflictTheirsAll: (who: string) => `Take all by ${who}`,
  conflictText: 'Show both drafts as text',
  conflictSave: 'Save',
  conflictLeft: (count: number) => (count === 1 ? '1 left to decide' : `${count} left to decide`),
  present: (names: string) => `Also here: ${names}`,
  presentAt: (name: string, place: string) => `${name} is at ${place}`,
  presentOn: (name: string) => `${name} works on this`,
  processCanvas: 'the process',
} as const;
