import type { Announcement } from './role.ts';

/** What the console prints once a process is ready: one line for each announcement, and how long the start took. */
export function banner(announcements: readonly Announcement[], startMs: number): string {
  const width = Math.max(0, ...announcements.map(({ label }) => label.length)) + 2;
  const lines = announcements.map(({ label, text }) => `  ${label.padEnd(width)}${text}`);
  return ['', `Signalbox is ready after ${(startMs / 1000).toFixed(1)} s.`, ...lines, ''].join('\n');
}
