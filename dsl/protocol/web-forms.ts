import { z } from 'zod';
import { formFieldSchema, webFormSchema } from '../model/web-form.ts';

const { title, intro, button, thanks, maxFiles, maxFileMegabytes, minSeconds } = webFormSchema.shape;
const { pattern: _pattern, ...shown } = formFieldSchema.shape;

/** `GET /api/forms/:tenant/:name`: what a page needs to show a form. The token opens it for one message, for a day. */
export const openFormSchema = z.strictObject({
  title,
  intro,
  button,
  thanks,
  fields: z.array(z.strictObject(shown)),
  maxFiles,
  maxFileMegabytes,
  minSeconds,
  token: z.string(),
});

/** A form as a page shows it. */
export type OpenForm = z.infer<typeof openFormSchema>;

/** What `POST /api/forms/:tenant/:name` answers: it is committed. The same token again gets the same answer. */
export const sentFormSchema = z.strictObject({ reference: z.uuid(), thanks: z.string() });

/** What became of a form that was sent. */
export type SentForm = z.infer<typeof sentFormSchema>;
