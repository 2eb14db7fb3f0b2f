/**
 * Keys of attached data that the product itself sets: the E-mail Server at creation, the runtime when it has answered. Keys
 * that blocks set are read off their code.
 */
export const knownDataKeys: readonly string[] = [
  'AcknowledgedAt',
  'AutorespondedAt',
  'Cause',
  'Disposition',
  'FailedRecipient',
  'FirstName',
  'FromAddress',
  'FromPersonal',
  'LastName',
  'Mailbox',
  'OriginalMessageId',
  'Permanent',
  'Reason',
  'Recipient',
  'ReportKind',
  'Status',
  'Subject',
  'To',
];

/** Beginnings of keys that the product itself sets. */
export const knownDataPrefixes: readonly string[] = ['Header_'];
