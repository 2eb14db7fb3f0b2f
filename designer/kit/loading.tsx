import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { kit as t } from './messages/en/kit.ts';
import classes from './states.module.css';

// under this nobody notices the wait, and a spinner would only flicker
const silentMs = 300;

/** Progress where the eye is, once the wait is long enough to be noticed. */
export function Loading() {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), silentMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className={classes.loading} aria-label={t.loading}>
      {isShown && <Loader size="sm" />}
    </output>
  );
}
