import { expect, it } from 'vitest';
import { isSafeHtml } from '../../../../electron/mail/safe-html.ts';
import { day } from '../../../../shared/dates/day.ts';
import { invoiceList, parseInvoiceLine } from '../../../../shared/reminders/invoice-list.ts';
import { messageHtml } from '../../../../shared/reminders/message-html.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { aLedger, anInvoice } from './sample-ledger.ts';

const list = (numbers: readonly string[]): string => {
  const ledger = aLedger({ invoices: numbers.map((number, index) => anInvoice(`f-${index}`, { number })) });
  const [proposal] = planReminders(ledger, day('2026-11-09')).proposals;
  return invoiceList(proposal?.lines ?? []);
};

it('sets paragraphs, line breaks and the list as a table', () => {
  const html = messageHtml(`Bonjour,\n\nVoici :\n${list(['F-1', 'F-2'])}\nFin\n\n\nCordialement,\nLéa\n`);
  expect(html).toContain('<p style="margin: 0 0 16px; max-width: 640px">Bonjour,</p>');
  expect(html).toContain('Cordialement,<br>\nLéa</p>');
  expect(html.match(/<tr>/g)).toHaveLength(3);
  expect(html.indexOf('Voici')).toBeLessThan(html.indexOf('<table'));
  expect(html.indexOf('</table>')).toBeLessThan(html.indexOf('Fin'));
  expect(html).toContain('1\u202F234,56\u00A0€</td>');
  expect(isSafeHtml(html)).toBe(true);
});

it('escapes everything', () => {
  const html = messageHtml(`<img src=x onerror=alert(1)> & "x"\n\n${list(['<script>alert(1)</script>'])}`);
  expect(html).not.toMatch(/<img|<script/);
  expect(html).toContain('&lt;script&gt;');
  expect(isSafeHtml(html)).toBe(true);
});

it('reads back every line that it wrote', () => {
  for (const number of ['F-102', '2026 / 11 du 01/01/2026', 'F (1)', 'é : 3,00 €'])
    expect(parseInvoiceLine(list([number]))).toEqual({
      language: 'fr',
      number,
      issuedOn: '01/10/2026',
      due: '31/10/2026',
      amount: '1\u202F234,56\u00A0€',
      remark: '',
    });
  expect(parseInvoiceLine('– Facture que l’utilisateur a réécrite')).toBeUndefined();
});
