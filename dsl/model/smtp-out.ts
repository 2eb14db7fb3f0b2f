import { z } from 'zod';

/** How a connection to a mail server is protected: TLS from the first byte, TLS after STARTTLS and not otherwise, or not at all. */
export const mailSecuritySchema = z.enum(['tls', 'starttls', 'none']);

/** The SMTP server that outgoing mail is handed to. */
export const smtpOutSchema = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .meta({ title: 'Server', examples: ['smtp.example.com'] }),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .meta({ title: 'Port', description: '465 for TLS, 587 for STARTTLS, 25 for neither' }),
    security: mailSecuritySchema.default('starttls').meta({ title: 'Security' }),
    user: z.string().optional().meta({ title: 'User', description: 'Leave empty where the server wants no log-in' }),
    password: z.string().optional().meta({ title: 'Password' }),
    caPem: z.string().optional().meta({
      title: 'Certificate authority (PEM)',
      description: 'Trusted besides the well-known ones; needed for a server with a certificate of its own',
    }),
    allowInsecure: z.boolean().default(false).meta({
      title: 'Allow insecure',
      description: 'Takes any certificate, and logs in without TLS where Security is none',
    }),
    maxConnections: z.int().min(1).max(50).default(5).meta({ title: 'Connections at the same time' }),
    /** Seconds without a word from the server; RFC 5321 4.5.3.2 asks for up to ten minutes. */
    timeoutSeconds: z.int().min(1).max(1800).default(300).meta({ title: 'Give up after (seconds)' }),
  })
  .refine(({ security, password, allowInsecure }) => security !== 'none' || !password || allowInsecure, {
    path: ['security'],
    message: 'a password is not sent without TLS; choose tls or starttls, or allow insecure connections',
  });

/** The SMTP server that outgoing mail is handed to. */
export type SmtpOutSettings = z.infer<typeof smtpOutSchema>;
