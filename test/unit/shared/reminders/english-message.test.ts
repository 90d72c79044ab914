import { describe, expect, it } from 'vitest';
import { isSafeHtml } from '../../../../electron/mail/safe-html.ts';
import { day } from '../../../../shared/dates/day.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { invoiceLine, parseInvoiceLine } from '../../../../shared/reminders/invoice-list.ts';
import { messageHtml } from '../../../../shared/reminders/message-html.ts';
import { messageLanguage } from '../../../../shared/reminders/message-language.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { templateFor } from '../../../../shared/reminders/template-choice.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const client = aClient('c1', { name: 'Harper & Lowe Ltd', language: 'en' });

const dueOf = (
  ledger = aLedger({ clients: [client], invoices: [anInvoice('f-102')] }),
  on = '2026-11-09',
) => {
  const [proposal] = planReminders(ledger, day(on)).proposals;
  if (proposal === undefined) throw new Error('nothing is due');
  return { ledger, proposal, message: composeMessage(ledger, proposal, day(on)) };
};

describe('a client who reads English', () => {
  it('is written to in English: words, days, amounts and telephone', () => {
    const { message } = dueOf(
      aLedger({
        clients: [client],
        invoices: [anInvoice('f-102')],
        payments: [aPayment('p', '2026-11-02', 23_456)],
        allocations: [anAllocation('p', 'f-102', '2026-11-02', 23_456)],
      }),
    );
    if (!message.ok) throw new Error(message.error.message);
    const { subject, body } = message.value;
    expect(subject).toBe('Invoice no. F-102 due on 31 October 2026: a friendly reminder');
    expect(body).toContain(
      '–\u00A0Invoice no.\u00A0F-102 of 1 October 2026, due on 31 October 2026: €1,000.00 (of €1,234.56, after €234.56 already paid)',
    );
    expect(body).toContain('pay €1,000.00 in the next few days');
    expect(body).toContain('By bank transfer: IBAN FR76 3000 6000 0112 3456 7890 189, BIC AGRIFRPP');
    expect(body).toContain('+33\u00A04\u00A078\u00A000\u00A000\u00A000');
    expect(body).not.toMatch(/facture|règlement|virement|échéance|\d\s€/i);
  });

  it('is reminded of the reminder before, and given a day', () => {
    const first = dueOf();
    const ledger = withReminder(first.ledger, reminderIn(first.proposal, acceptedOn('2026-11-09')));
    const { message } = dueOf(ledger, '2026-11-18');
    if (!message.ok) throw new Error(message.error.message);
    expect(message.value.body).toContain('Further to our reminder of 9 November 2026');
    expect(message.value.body).toMatch(/by \d{1,2} November 2026 at the latest/);
  });

  it('gets a table with English heads in the HTML', () => {
    const { message } = dueOf();
    if (!message.ok) throw new Error(message.error.message);
    const html = messageHtml(message.value.body);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('>Balance due</th>');
    expect(html).toContain('>€1,234.56</td>');
    expect(html).not.toContain('Échéance');
    expect(isSafeHtml(html)).toBe(true);
  });

  it('gets formal notices on paper in French, whose check list and articles are French', () => {
    expect(messageLanguage(client, 'registered-letter', 'formal-notice')).toBe('fr');
    expect(messageLanguage(client, 'letter', 'last-notice')).toBe('fr');
    expect(messageLanguage(client, 'letter', 'firm')).toBe('en');
    expect(messageLanguage(client, 'email', 'formal-notice')).toBe('en');
    expect(messageLanguage(aClient('c2'), 'email', 'firm')).toBe('fr');
  });
});

it('reads back the English lines it wrote', () => {
  const { proposal } = dueOf();
  const [line] = proposal.lines;
  if (line === undefined) throw new Error('no line');
  for (const number of ['F-102', '2026 / 11 of 1 May 2026', 'F (1)'])
    for (const currency of ['EUR', 'USD']) {
      const text = invoiceLine({ ...line, invoice: { ...line.invoice, number, currency } }, 'en');
      expect(parseInvoiceLine(text)).toEqual({
        language: 'en',
        number,
        issuedOn: '1 October 2026',
        due: '31 October 2026',
        amount: currency === 'EUR' ? '€1,234.56' : 'USD\u00A01,234.56',
        remark: '',
      });
    }
  const disputed = { ...line, remainingCents: cents(100_000), disputedCents: cents(23_456) };
  expect(parseInvoiceLine(invoiceLine(disputed, 'en'))?.remark).toBe(
    'of €1,234.56, not counting the disputed €234.56',
  );
});

describe('templateFor', () => {
  const own = { id: 'mine', name: 'Le mien', subject: 'x', body: 'y', updatedAt: noonOf('2026-11-01') };

  it('chooses by language and kind of debtor', () => {
    const ledger = aLedger();
    expect(templateFor(ledger, 'template-firm', 'b2b', 'en')?.id).toBe('template-firm-en');
    expect(templateFor(ledger, 'template-firm', 'b2b')?.id).toBe('template-firm');
    expect(templateFor(ledger, 'template-formal-notice', 'b2c', 'en')?.id).toBe(
      'template-formal-notice-b2c-en',
    );
  });

  it('keeps to French where there is no English, never the English of other debtors', () => {
    const ledger = aLedger({
      templates: [own, { ...own, id: 'mine-b2c' }, { ...own, id: 'mine-en' }],
    });
    expect(templateFor(ledger, 'mine', 'b2c', 'en')?.id).toBe('mine-b2c');
    expect(templateFor(ledger, 'mine', 'b2b', 'en')?.id).toBe('mine-en');
    expect(templateFor(aLedger({ templates: [own] }), 'mine', 'b2b', 'en')?.id).toBe('mine');
    expect(templateFor(aLedger(), 'gone', 'b2b', 'en')).toBeUndefined();
  });
});
