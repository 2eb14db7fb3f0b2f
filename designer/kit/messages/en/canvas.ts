/** Texts of the canvas itself, whatever is on it. */
export const canvas = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Zoom to 100 %',
  fit: 'Fit everything',
  arrange: 'Arrange the cards',
  overview: 'Overview',
  wire: (from: string, port: string, to: string) => `Wire from ${from}, ${port}, to ${to}`,
  cardHelp: 'Enter selects the card. With the card selected, arrow keys move it, Delete takes it away.',
  wireHelp: 'Enter selects the wire; Delete takes it away.',
} as const;
