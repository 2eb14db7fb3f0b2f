import type { Page } from 'playwright-core';
import type { WholeProduct } from '#test/support/whole-product.ts';
import type { Studio } from './studio.ts';

const processPath = `/design/${encodeURIComponent('ABC Simple BP')}`;

/** A designer looks at the process and gives complaints a way of their own. */
export async function takeDesigner(studio: Studio, product: WholeProduct): Promise<void> {
  const dora = await product.logIn('dora');
  const page = await studio.open(processPath, dora.cookie);
  await page.getByRole('group', { name: /^Queue, Inbound queue/ }).waitFor();
  await page
    .getByText(/[1-9]\d* in the strategy/)
    .first()
    .waitFor();
  await studio.take(page, 'process-canvas');

  await page.getByRole('group', { name: /^Strategy, Process ABC/ }).dblclick();
  await screenComplaints(page);
  await studio.take(page, 'strategy-canvas');
  await page.emulateMedia({ colorScheme: 'dark' });
  await studio.take(page, 'strategy-canvas-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill('Complaints go to experienced agents first.');
  await sheet.getByText('No problems found').waitFor();
  await studio.take(page, 'activate');
  await sheet.getByRole('button', { name: 'Activate', exact: true }).click();
  await page.getByText('Version 2 active').first().waitFor();
}

/** Screen behind the acknowledgement; what matches goes to the group Complaints first. */
async function screenComplaints(page: Page): Promise<void> {
  await insertOnWire(page, 'Screen', 'Say we got it', 'Distribute');
  await page.getByRole('combobox', { name: 'Screening rule' }).fill('Complaint');
  await lead(page, 'not-matched', 'Distribute');

  await cardOf(page, 'Screen').click();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Name of a block' }).fill('Route');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Complaints first');
  await page.getByRole('combobox', { name: 'Agent group' }).fill('Complaints');
  await page.getByRole('combobox', { name: 'Queues for new interactions' }).fill('Outbound queue');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Arrange the cards' }).click();
  await page.getByRole('button', { name: 'Fit everything' }).click();
  // beside the cards, where no hint opens
  await page.mouse.move(320, 120);
}

async function insertOnWire(page: Page, label: string, from: string, to: string): Promise<void> {
  const [above, below] = await Promise.all([from, to].map((name) => restingBox(page, name)));
  const canvas = page.locator('.react-flow');
  const frame = await canvas.boundingBox();
  if (above === undefined || below === undefined || frame === null) throw new Error('there is no canvas');
  const targetPosition = { x: below.x + below.width / 2 - frame.x, y: above.y + above.height + 12 - frame.y };
  await page.getByText(label, { exact: true }).first().dragTo(canvas, { targetPosition });
  await page.getByRole('heading', { name: label, exact: true }).waitFor();
}

const cardOf = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name},`) });

/** Where a card lies, once the cards have found their places. */
async function restingBox(page: Page, name: string) {
  await cardOf(page, name).waitFor();
  for (let before = ''; ; await page.waitForTimeout(300)) {
    const box = await cardOf(page, name).boundingBox();
    if (box !== null && before === JSON.stringify(box)) return box;
    before = JSON.stringify(box);
  }
}

async function lead(page: Page, port: string, to: string): Promise<void> {
  await page.getByRole('combobox', { name: `Where ${port} leads` }).click();
  await page.getByRole('option', { name: to, exact: true }).click();
}
