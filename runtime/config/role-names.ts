/**
 * What a process may do. `api`: web app, API, desktops. `media`: takes messages in. `router`: finds agents. `worker`: runs
 * strategies, in processes of its own. `sender`: sends messages out.
 */
export const roleNames = ['api', 'media', 'router', 'worker', 'sender'] as const;

/** One of `roleNames`. */
export type RoleName = (typeof roleNames)[number];
