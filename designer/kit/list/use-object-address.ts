import { useLocation, useNavigate, useParams } from '@tanstack/react-router';

/** Which object of a section is open, as the address says, and how another is opened. */
export interface ObjectAddress {
  /** First word of the address after the area; empty when it ends before. */
  readonly section: string;
  /** Name of the open object; a name may hold slashes. */
  readonly name: string | undefined;
  readonly isCreating: boolean;
  /** Whether anything stands beside the list. */
  readonly isOpen: boolean;
  /** Opens the object of this name. */
  readonly open: (name: string) => void;
  /** Opens the form for a new one. */
  readonly create: () => void;
  /** Goes back to the list. */
  readonly close: () => void;
  /** Goes back to the list without asking for changes: what was open is gone. */
  readonly leave: () => void;
}

/** Reads and changes addresses such as `/settings/mailboxes/Support` and `/knowledge/responses?create=true`. */
export function useObjectAddress(area: 'settings' | 'knowledge'): ObjectAddress {
  const { _splat: splat = '' } = useParams({ strict: false });
  const search: { readonly create?: boolean } = useLocation().search;
  const navigate = useNavigate();
  const [section = '', ...rest] = splat.split('/');
  const name = rest.join('/');
  const go = (_splat: string, search: { readonly create?: boolean } = {}, ignoreBlocker = false): void => {
    if (area === 'settings') void navigate({ to: '/settings/$', params: { _splat }, search, ignoreBlocker });
    else void navigate({ to: '/knowledge/$', params: { _splat }, search, ignoreBlocker });
  };
  return {
    section,
    name: name === '' ? undefined : name,
    isCreating: search.create === true,
    isOpen: name !== '' || search.create === true,
    open: (wanted) => go(`${section}/${wanted}`),
    create: () => go(section, { create: true }),
    close: () => go(section),
    leave: () => go(section, {}, true),
  };
}
