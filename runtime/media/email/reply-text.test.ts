import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyText } from './reply-text.ts';

const below = '\n\nShall we?\n\nBob';

describe('replyText', () => {
  it('keeps the reply and leaves out quote and signature', () => {
    const text =
      'Yes, please.\r\n\r\n-- \r\nAda\r\n\r\nOn Tue, Jul 1, 2025 at 10:52 AM, Bob <bob@example.com> wrote:\r\n> Shall we?\r\n';

    expect(replyText(text)).toBe('Yes, please.');
  });

  it.each([
    'On Tue, Jul 1, 2025 at 10:52 AM, Bob <bob@example.com> wrote:',
    'On Tue, Jul 1, 2025 at 10:52 AM, Bob Whose Name Is Long <\nbob@example.com>\nwrote:',
    '---- On Tue, 01 Jul 2025 10:52:50 +0200 bob@example.com wrote ----',
    'Am Di., 1. Juli 2025 um 10:52 Uhr schrieb Bob <bob@example.com>:',
    'Am 01.07.25 um 10:52 schrieb Bob:',
    'Bob <bob@example.com> schrieb am Di., 1. Juli 2025, 10:52:',
    'Le mar. 1 juil. 2025 à 10:52, Bob <bob@example.com>\na écrit :',
    'El mar, 1 jul 2025 a las 10:52, Bob (<bob@example.com>) escribió:',
    'Il giorno mar 1 lug 2025 alle ore 10:52 Bob <bob@example.com> ha scritto:',
    'Em ter., 1 de jul. de 2025 às 10:52, Bob <bob@example.com> escreveu:',
    'Op di 1 jul 2025 om 10:52 schreef Bob <\nbob@example.com>:',
    'Op 1 jul 2025, om 10:52 heeft Bob <bob@example.com> het volgende geschreven:',
    'tir. 1. jul. 2025 kl. 10:52 skrev Bob <bob@example.com\n>:',
    'ti 1. heinäk. 2025 klo 10.52 Bob (bob@example.com) kirjoitti:',
    'wt., 1 lip 2025 o 10:52 Bob <bob@example.com> napisał(a):',
    'út 1. 7. 2025 v 10:52 odesílatel Bob <bob@example.com> napsal:',
    'вт, 1 июл. 2025 г. в 10:52, Bob <bob@example.com>:',
    'Bob <bob@example.com>, 1 Tem 2025 Sal, 10:52 tarihinde şunu yazdı:',
    '2025年7月1日(火) 10:52 Bob <bob@example.com>:',
    '在 2025-07-01 10:52:37，"Bob" <bob@example.com> 写道：',
    '2025년 7월 1일 (화) 오전 10:52, Bob <bob@example.com>님이 작성:',
    '-----Original Message-----',
    '-------- Ursprüngliche Nachricht --------',
    'Début du message réexpédié :',
    '##- Please type your reply above this line -##',
    '________________________________\nFrom: Bob <bob@example.com>\nSent: Tuesday, July 1, 2025 10:52 AM\nTo: Ada\nSubject: Engine',
    'Von: Bob\nGesendet: Dienstag, 1. Juli 2025 10:52\nAn: Ada\nBetreff: Engine',
    '*De :* Bob [mailto:bob@example.com]\n*Envoyé :* mardi 1 juillet 2025 10:52\n*À :* Ada\n*Objet :* Engine',
    '发件人: Bob <bob@example.com>\n发送时间: 2025年7月1日 10:52\n收件人: Ada\n主题: Engine',
  ])('leaves out what follows %j', (header) => {
    expect(replyText(`Yes, please.\n\n${header}${below}`)).toBe('Yes, please.');
  });

  it('keeps what stands between and below quotes', () => {
    const text = 'Hi Bob,\n\nBob wrote:\n> One?\nYes.\n\n> Two?\n\nNo.\n\n--\nAda\n';

    expect(replyText(text)).toBe('Hi Bob,\n\nYes.\n\nNo.');
  });

  it.each([
    'Best regards,\nAda Lovelace\nEngines & Co!',
    'Mit freundlichen Grüßen\n\nAda Lovelace\nTel. 0123 456',
    'Cordialement,\nAda',
    '—\nAda Lovelace\nada@example.com',
    '___________\nlist@example.com',
    'Sent from my iPhone',
    'Gesendet von Outlook für Android<https://example.com>',
    'Envoyé de mon iPad',
    'iPhoneから送信',
  ])('leaves out the signature %j', (signature) => {
    expect(replyText(`The engine is late.\n\n${signature}\n`)).toBe('The engine is late.');
  });

  it.each([
    ['a sentence about what someone wrote', 'On 3 May your colleague wrote that it takes 3 days.\nNothing came.'],
    ['a list of places and days', 'Please book:\nFrom: Berlin\nTo: Munich\nDate: 3 May 2025\nThank you'],
    ['a form that was filled in', 'Name: Ada\nFrom: ada@example.com\nSubject: Help\nMessage: it broke'],
    ['lines of dashes within', '# Points\n----\n\nThe first one is this.\n\n====\n\nAnd now we come to the second.'],
    ['what was sent from somewhere', 'Hi\n\nSent from my desk, is much easier than from my telephone.'],
    ['a postscript', 'It is order 5.\n\nRegards,\nAda\n\nPS: please call me at 3'],
    ['regards in a sentence', 'I write with regards to order 5.\nAs regards the time, Friday.'],
  ])('keeps %s', (_what, text) => {
    expect(replyText(text)).toBe(text);
  });

  it('shows a mail that is nothing but a quote or a forwarded mail', () => {
    expect(replyText('> only this')).toBe('> only this');
    expect(replyText('---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\n\nRead this.')).toBe(
      'Read this.',
    );
  });

  it('keeps a paragraph written as one long line', () => {
    const long = 'word '.repeat(200).trim();

    expect(replyText(`${long}\n\nOn Tue, Jul 1, 2025, Bob <bob@example.com> wrote:\n> Hi`)).toBe(long);
  });

  it('ends soon on text made to make patterns backtrack', () => {
    const hostile = [
      `Op ${'a schreef '.repeat(38)}\n`.repeat(500),
      'On 10:52 <a@b\n'.repeat(14_000),
      '1 <a@'.repeat(40_000),
      `${'From: a@b\n\n'.repeat(18_000)}`,
      `${'--\n'.repeat(60_000)}`,
      `${'___\nregards\n'.repeat(16_000)}`,
      `${'>\n('.repeat(60_000)}`,
      ' '.repeat(200_000),
      `${'sent from a '.repeat(13)}\n`.repeat(1000),
    ];

    for (const text of hostile) expect(replyText(text).length).toBeLessThanOrEqual(text.length);
  });

  it('answers part of the text, and all of it rather than nothing, whatever the lines', () => {
    const line = fc.constantFrom(
      '',
      'Hello there.',
      '> quoted',
      '--',
      '____',
      'Regards,',
      'On 1 July 2025, Bob <bob@example.com>',
      'wrote:',
      'From: bob@example.com',
      'Sent: today',
      '-----Original Message-----',
      'Sent from my iPhone',
    );

    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const reply = replyText(text);
        expect(reply === '').toBe(text.trim() === '');
        for (const kept of reply.split('\n')) expect(['', ...lines]).toContain(kept.trim());
      }),
    );
  });
});
