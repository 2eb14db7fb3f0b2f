import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
import type { WholeProduct } from '#test/support/whole-product.ts';
import type { Studio } from './studio.ts';

/** A complaint takes the new way; its trace, the list it stands in, and the test bench. */
export async function takeWatching(studio: Studio, product: WholeProduct): Promise<void> {
  const dora = await product.logIn('dora');
  await sendSmtp(product.smtpPort, {
    from: 'Henrik Vik <henrik@vik.example>',
    to: 'support@abc.example',
    subject: 'Complaint: lamp arrived broken',
    text: 'The lamp of order ABC-10533 arrived broken. I would like a new one, and an answer this week.\n\nHenrik Vik\n',
  });
  const id = await until(async () => {
    const { body } = await dora.call('GET', '/api/interactions?search=lamp%20arrived');
    const found = body.interactions.find((one: { type: string; state: string }) => one.type === 'Inbound');
    return found?.state === 'queued' ? undefined : (found?.id as string | undefined);
  });
  const page = await studio.open(`/interactions/${id}`, dora.cookie);
  await page.getByText('Complaints first').first().waitFor();
  await studio.take(page, 'trace');
  await page.goto(new URL('/interactions', product.url).href);
  await page.getByText('Complaint: lamp arrived broken').first().waitFor();
  await studio.take(page, 'interactions');
  await page.goto(new URL('/test-bench', product.url).href);
  await page.getByText('Complaint: lamp arrived broken').first().waitFor();
  await studio.take(page, 'test-bench');
  await page.goto(new URL(`/knowledge/responses/${encodeURIComponent('General acknowledgement')}`, product.url).href);
  await page.getByText('Preview').first().waitFor();
  await studio.take(page, 'knowledge');
}

/** What a mail server refuses for good is held with its reason, until somebody mends the cause and retries. */
export async function takeHeld(studio: Studio, product: WholeProduct): Promise<void> {
  product.sink.answer = { code: 550, text: '5.1.1 no such mailbox here' };
  await sendSmtp(product.smtpPort, {
    from: 'Ines Moreau <ines@moreau.example>',
    to: 'support@abc.example',
    subject: 'My new address',
    text: 'Please send everything to 12 Mill Lane from now on.\n\nInes Moreau\n',
  });
  const sam = await product.logIn('sam');
  const id = await until(async () => {
    const { body } = await sam.call('GET', '/api/interactions?queue=ErrorHeld');
    return body.interactions[0]?.id as string | undefined;
  });
  const page = await studio.open(`/interactions/${id}`, sam.cookie);
  await page.getByRole('button', { name: 'Retry' }).waitFor();
  await studio.take(page, 'error-held');
}
