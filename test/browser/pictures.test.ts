import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturePage } from '#designer/picture/picture-page.ts';
import { processPicture } from '#designer/picture/pictures.ts';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import { readSampleJson } from '#test/support/read-sample.ts';

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
let browser: Awaited<ReturnType<typeof chromium.launch>>;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--headless', '--no-sandbox'] });
});

afterAll(() => browser.close());

test('the picture of a process is printed on one page of its own size', async () => {
  const sample = 'abc-simple-bp';
  const { process } = parseBusinessProcess(readSampleJson(sample, 'process.json'));
  if (process === undefined) throw new Error(sample);
  const svg = await processPicture(process, layoutSchema.parse(readSampleJson(sample, 'layout.json')));
  const page = await browser.newPage();
  await page.setContent(picturePage(svg, process.name));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');

  const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  expect(pages).toHaveLength(1);
  // a pixel of the screen is three quarters of a point
  expect(Number(pages[0]?.[1])).toBeCloseTo(Number(width) * 0.75, -1);
  expect(Number(pages[0]?.[2])).toBeCloseTo(Number(height) * 0.75, -1);
  expect(pdf).not.toContain('/Subtype /Image');
  expect(await page.title()).toBe(process.name);
});
