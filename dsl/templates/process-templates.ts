import type { BusinessProcess } from '../document/business-process.ts';
import { acknowledgeAndRoute } from './acknowledge-and-route.ts';

/** What a new process may begin with, beside nothing: each makes the document of a process of the given name. */
export const processTemplates: Readonly<Record<'acknowledgeAndRoute', (name: string) => BusinessProcess>> = {
  acknowledgeAndRoute,
};
