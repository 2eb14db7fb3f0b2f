import { z } from 'zod';

/** Sites whose pages may use something that is embedded there; none named: any site. */
export const visitorSitesSchema = z
  .array(z.url({ protocol: /^https?$/ }).max(300))
  .max(50)
  .default([])
  .meta({
    title: 'Sites',
    description: 'Whose pages may use it, such as https://shop.example, separated by commas; none: any site',
    examples: ['https://shop.example'],
  });
