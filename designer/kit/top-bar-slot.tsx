import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The place in the top bar that the current page may fill; the shell provides it. */
export const TopBarPlace = createContext<HTMLElement | null>(null);

/** Shows its children in the top bar while the page that uses it is open. */
export function TopBarSlot(props: { readonly children: ReactNode }) {
  const place = useContext(TopBarPlace);
  return place === null ? null : createPortal(props.children, place);
}
