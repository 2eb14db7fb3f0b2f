/**
 * Keys of attached data that the product itself sets: the E-mail, chat, SMS and social servers at creation, the runtime when it has answered. Keys
 * that blocks set are read off their code.
 */
export const knownDataKeys: readonly string[] = [
  'AcknowledgedAt',
  'AuthorId',
  'AutorespondedAt',
  'Cause',
  'CommentOn',
  'CustomerName',
  'Disposition',
  'EmailAddress',
  'FailedRecipient',
  'FirstName',
  'FollowersCount',
  'FromAddress',
  'FromPersonal',
  'IsOnline',
  'IsPrivate',
  'Language',
  'LastName',
  'Mailbox',
  'OriginalMessageId',
  'Permanent',
  'PhoneNumber',
  'PostId',
  'PostUrl',
  'Reason',
  'Recipient',
  'ReplyTo',
  'ReplyVisibility',
  'ReportKind',
  'SmsChannel',
  'SocialAccount',
  'Status',
  'Subject',
  'To',
];

/** Beginnings of keys that the product itself sets. */
export const knownDataPrefixes: readonly string[] = ['Header_'];
