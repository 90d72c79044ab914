import { expect, it } from 'vitest';
import { messageBlocks } from '../../../../shared/reminders/message-blocks.ts';
import { messageHtml } from '../../../../shared/reminders/message-html.ts';

const line = '–\u00A0Facture n°\u00A0F-1 du 01/10/2026, échue le 31/10/2026\u00A0: 1\u202F234,56\u00A0€';

it('parts a text into paragraphs and invoice tables, in order', () => {
  const blocks = messageBlocks(`Bonjour,\r\n\r\nvoici\nla liste :\n${line}\n${line}\nmerci\n\n\nFin`);
  expect(blocks.map((block) => (block.kind === 'text' ? block.lines : block.rows.length))).toEqual([
    ['Bonjour,'],
    ['voici', 'la liste :'],
    2,
    ['merci'],
    ['Fin'],
  ]);
});

it('gives what the HTML of the e-mail is made of', () => {
  const html = messageHtml(`Un\n\n${line}`);
  expect(html.match(/<p /g)).toHaveLength(1);
  expect(html.match(/<table/g)).toHaveLength(1);
  expect(html).toContain('1\u202F234,56\u00A0€');
});
