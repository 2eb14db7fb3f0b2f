import { z } from 'zod';
import { mailSecuritySchema } from './smtp-out.ts';

/** A mailbox at a mail server that incoming mail is fetched from. */
export const mailboxSchema = z
  .strictObject({
    name: z.string().min(1).max(100).meta({ title: 'Name' }),
    protocol: z.enum(['imap', 'pop3']).meta({ title: 'Protocol' }),
    host: z
      .string()
      .min(1)
      .max(253)
      .meta({ title: 'Server', examples: ['imap.example.com'] }),
    port: z.int().min(1).max(65_535).meta({ title: 'Port', description: 'With TLS 993 for IMAP, 995 for POP3' }),
    security: mailSecuritySchema.default('tls').meta({ title: 'Security' }),
    user: z.string().min(1).max(320).meta({ title: 'User' }),
    password: z.string().max(1000).meta({ title: 'Password' }),
    folder: z.string().min(1).max(200).default('INBOX').meta({ title: 'Folder', description: 'IMAP only' }),
    endpoint: z.string().min(1).meta({ title: 'Endpoint', description: 'Where the mail enters the business process' }),
    address: z.string().min(1).max(320).meta({ title: 'Address', description: 'The address whose mail this is' }),
    pollSeconds: z.int().min(1).max(86_400).default(60).meta({
      title: 'Look every (seconds)',
      description: 'With IMAP new mail is also taken as soon as the server tells of it',
    }),
    afterFetch: z.enum(['seen', 'delete', 'move']).default('seen').meta({
      title: 'After fetching',
      description: 'Mark as read (POP3: leave there), delete, or move to another folder',
    }),
    moveTo: z.string().min(1).max(200).optional().meta({ title: 'Move to folder' }),
    caPem: z.string().optional().meta({
      title: 'Certificate authority (PEM)',
      description: 'Trusted besides the well-known ones; needed for a server with a certificate of its own',
    }),
    allowInsecure: z.boolean().default(false).meta({
      title: 'Allow insecure',
      description: 'Takes any certificate, and logs in without TLS where Security is none',
    }),
    enabled: z.boolean().default(true).meta({ title: 'Enabled' }),
  })
  .refine(({ security, allowInsecure }) => security !== 'none' || allowInsecure, {
    path: ['security'],
    message: 'a password is not sent without TLS; choose tls or starttls, or allow insecure connections',
  })
  .refine(({ afterFetch, moveTo }) => afterFetch !== 'move' || moveTo !== undefined, {
    path: ['moveTo'],
    message: 'the folder that fetched mail is moved to',
  })
  .refine(({ afterFetch, moveTo, folder }) => afterFetch !== 'move' || moveTo !== folder, {
    path: ['moveTo'],
    message: 'a folder other than the one mail is fetched from',
  })
  .refine(({ protocol, afterFetch }) => protocol !== 'pop3' || afterFetch !== 'move', {
    path: ['afterFetch'],
    message: 'seen or delete; POP3 has no folders to move mail to',
  });

/** A mailbox at a mail server that incoming mail is fetched from. */
export type MailboxSettings = z.infer<typeof mailboxSchema>;
