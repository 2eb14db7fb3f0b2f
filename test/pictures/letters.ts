import type { SmtpMail } from '#test/support/mail/send-smtp.ts';

/** What customers of ABC wrote on the morning the pictures are taken, in order. */
export const letters: readonly SmtpMail[] = [
  {
    from: 'Jonas Keller <jonas.keller@fastmail.example>',
    subject: 'Invoice for order ABC-10377',
    text: 'Hello,\n\ncould you send me the invoice for order ABC-10377 again? Our accounts department has lost it.\n\nMany thanks\nJonas Keller\n',
  },
  {
    from: 'Lena Brandt <lena.brandt@posteo.example>',
    subject: 'Where is order ABC-10482?',
    text:
      'Good morning,\n\nI ordered a desk lamp on 2 November (order ABC-10482), and for nine days the tracking page has said "in transit".\n\n' +
      'Could you find out where it is? I would rather have the lamp than my money back.\n\nThank you\nLena Brandt\n',
    html:
      '<p>Good morning,</p><p>I ordered a <b>desk lamp</b> on 2 November (order ABC-10482), and for nine days the tracking page has said ' +
      '&ldquo;in transit&rdquo;.</p><p>Could you find out where it is? I would rather have the lamp than my money back.</p>' +
      '<p>Thank you<br>Lena Brandt</p><p><img src="https://pictures.example/lamp.png" width="90" height="60" alt="the lamp"></p>',
    attachments: [{ filename: 'order-confirmation.pdf', content: `%PDF-1.4\n${'0'.repeat(48_000)}\n%%EOF\n` }],
  },
  {
    from: 'Priya Nair <priya@nair.example>',
    subject: 'Complaint about your carrier',
    text: 'I have to make a complaint: the parcel was left in the rain, although I was at home.\n\nPlease tell me what you will do about it.\n\nPriya Nair\n',
  },
  {
    from: 'Tomás Ortega <tomas@ortega.example>',
    subject: 'Returning one of two chairs',
    text: 'Hello,\n\nI would like to send back one of the two chairs of order ABC-10511. How do I get a label?\n\nTomás\n',
  },
  {
    from: 'Mia Schubert <mia.schubert@posteo.example>',
    subject: 'Out of office: Your newsletter',
    text: 'I am away until Monday.\n',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
  {
    from: 'Oskar Lind <oskar@lind.example>',
    subject: 'Password',
    text: 'I cannot log in any more, and no mail comes when I ask for a new password.\n\nOskar\n',
  },
];
