import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Id of the place in the top bar that the current page may fill. */
export const topBarSlotId = 'top-bar-slot';

/** Shows its children in the top bar while the page that uses it is open. */
export function TopBarSlot(props: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(topBarSlotId)), []);
  return place === null ? null : createPortal(props.children, place);
}
