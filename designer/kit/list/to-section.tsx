import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Goes on to a section of an area whose address names none. Once for each section: a redirect that is asked for again at each
 * rendering never ends, since the page renders while the router is still on its way.
 */
export function ToSection({ area, section }: { area: 'settings' | 'knowledge'; section: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    const params = { _splat: section };
    if (area === 'settings') void navigate({ to: '/settings/$', params, replace: true });
    else void navigate({ to: '/knowledge/$', params, replace: true });
  }, [navigate, area, section]);
  return null;
}
