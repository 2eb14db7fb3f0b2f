/** Whether it can stand in a header and in an SMTP command as it is: two parts, nothing that could end it. */
export function isAddress(text: string): boolean {
  return /^[^\p{Cc}\s<>()[\],;:@"\\]+@[^\p{Cc}\s<>(),;@"\\]+$/u.test(text);
}
