/** An SMTP answer other than 250, in the form smtp-server takes it: the code, and a text that begins with the enhanced code (RFC 3463). */
export function smtpReply(responseCode: number, text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text), { responseCode });
}
