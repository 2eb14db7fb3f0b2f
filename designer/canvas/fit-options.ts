/** How all cards are brought into view: below them stay the controls and the tabs of the closed panel, on a phone one above the other. */
export const fitOptions = {
  padding: { top: '5%', x: '5%', bottom: '96px' },
  maxZoom: 1,
  minZoom: 0.25,
} as const;
