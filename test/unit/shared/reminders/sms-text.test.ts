import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { smsSize, smsText } from '../../../../shared/reminders/sms-text.ts';
import { aClient, aLedger, anInvoice } from './sample-ledger.ts';

describe('the text of an SMS', () => {
  it('keeps its words and loses only the signs of typography', () => {
    expect(smsText('L’été\u00A0: 1\u202F234,56\u00A0€ «\u00A0dû\u00A0»… Merci\u202F! ')).toBe(
      'L\'été : 1 234,56 € "dû"... Merci !',
    );
  });
});

describe('the size of an SMS', () => {
  it('counts 160 letters for one, 153 for each of several', () => {
    expect(smsSize('')).toMatchObject({ messages: 0, length: 0 });
    expect(smsSize('a'.repeat(160))).toEqual({
      alphabet: 'gsm-7',
      length: 160,
      capacity: 160,
      messages: 1,
      costly: [],
    });
    expect(smsSize('a'.repeat(161))).toMatchObject({ messages: 2, capacity: 306 });
    expect(smsSize('a'.repeat(306))).toMatchObject({ messages: 2 });
    expect(smsSize('a'.repeat(307))).toMatchObject({ messages: 3, capacity: 459 });
  });

  it('counts the euro sign twice, and never cuts it in two', () => {
    expect(smsSize(`${'a'.repeat(158)}€`)).toMatchObject({ length: 160, messages: 1 });
    expect(smsSize(`${'a'.repeat(159)}€`)).toMatchObject({ length: 161, messages: 2 });
    expect(smsSize(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ length: 306, messages: 3 });
  });

  it('takes é, è, à, ù and Ç as they are, and names the letters that shorten the message', () => {
    expect(smsSize('éèàùÇ')).toMatchObject({ alphabet: 'gsm-7', length: 5 });
    expect(smsSize('reçu, même reçu')).toMatchObject({ alphabet: 'ucs-2', capacity: 70, costly: ['ç', 'ê'] });
    expect(smsSize('ê'.repeat(71))).toMatchObject({ messages: 2, capacity: 134 });
    expect(smsSize('😀')).toMatchObject({ length: 2, messages: 1, costly: ['😀'] });
  });
});

describe('the text that Acquit ships', () => {
  const today = day('2026-11-23');
  const bySms = {
    ...defaultScenario,
    // The step kept the template of its e-mail: a letter is no text message.
    steps: defaultScenario.steps.map((step) => ({ ...step, channel: 'sms' as const })),
  };
  const composed = (invoices: readonly ReturnType<typeof anInvoice>[], language?: 'en') => {
    const ledger = aLedger({
      clients: [aClient('c1', language === undefined ? {} : { language })],
      invoices,
      scenarios: [bySms],
    });
    const [proposal] = planReminders(ledger, today).proposals;
    if (!proposal) throw new Error('no text message is due');
    const message = composeMessage(ledger, proposal, today);
    if (!message.ok) throw new Error(message.error.message);
    return message.value.body;
  };

  it('is one SMS in plain letters, with the number, the amount, an offer of help and who writes', () => {
    const body = composed([anInvoice('f-1', { dueOn: day('2026-11-12') })]);
    expect(body).toBe(
      'Bonjour, sauf erreur, la facture F-1 de 1 234,56 € reste à régler. Une question, un document ? 04 78 00 00 00. Merci, Atelier Dupré SARL',
    );
    expect(smsSize(body)).toMatchObject({ alphabet: 'gsm-7', messages: 1 });
  });

  it('sums several invoices up, in English for a client abroad', () => {
    const two = [
      anInvoice('f-1', { dueOn: day('2026-11-12') }),
      anInvoice('f-2', { dueOn: day('2026-11-12') }),
    ];
    expect(composed(two)).toContain('2 factures, soit 2 469,12 €, restent à régler.');
    const english = composed(two, 'en');
    expect(english).toContain('2 invoices');
    expect(smsSize(english).messages).toBe(1);
  });
});
