/**
 * Keys of attached data that the product itself sets: the E-mail, chat and SMS servers at creation, the runtime when it has answered. Keys
 * that blocks set are read off their code.
 */
export const knownDataKeys: readonly string[] = [
  'AcknowledgedAt',
  'AutorespondedAt',
  'Cause',
  'CustomerName',
  'Disposition',
  'EmailAddress',
  'FailedRecipient',
  'FirstName',
  'FromAddress',
  'FromPersonal',
  'IsOnline',
  'LastName',
  'Mailbox',
  'OriginalMessageId',
  'Permanent',
  'PhoneNumber',
  'Reason',
  'Recipient',
  'ReportKind',
  'SmsChannel',
  'Status',
  'Subject',
  'To',
];

/** Beginnings of keys that the product itself sets. */
export const knownDataPrefixes: readonly string[] = ['Header_'];
