import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Dispatch } from '../../../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { depositProgress, plainToPost } from '../../../../shared/letters/deposit-progress.ts';
import { lettersByState } from '../../../../shared/letters/letters-by-state.ts';
import type { PaperLetter } from '../../../../shared/letters/paper-letter.ts';
import { inPileOrder } from '../../../../shared/letters/pile-order.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { claimsClient, claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';
import { noonOf } from '../reminders/sample-ledger.ts';

const on = day('2026-11-23');
const row = (id: string, over: Partial<Reminder>): Reminder => ({
  ...postedNotice([id], on),
  id,
  lines: [{ invoiceId: id, stepId: 'formal-notice', remainingCents: 1000 as never }],
  totalCents: 1000 as never,
  ...over,
});
const printed = (at: string) => ({ kind: 'printed', printedAt: noonOf(at) }) as const;
const posted = (over: Partial<Dispatch>) =>
  ({
    kind: 'posted',
    depositedOn: on,
    trackingNumber: '',
    recordedAt: noonOf('2026-11-23'),
    ...over,
  }) as const;
const ids = (letters: readonly PaperLetter[]): readonly string[] => letters.map(({ row: { id } }) => id);
const ledgerOf = (reminders: readonly Reminder[], paid: readonly string[] = []): Ledger =>
  claimsLedger({
    invoices: reminders.map(({ id }) => claimsInvoice(id, paid.includes(id) ? 0 : 1000, '2026-08-31')),
    reminders,
  });

describe('a batch that was taken to the post office', () => {
  const states = lettersByState(
    ledgerOf([
      row('left', { state: printed('2026-11-22') }),
      row('registered', { state: posted({ trackingNumber: '1A12345678901' }) }),
      row('plain', { state: posted({ mode: 'plain' }), channel: 'letter' }),
      row('by-hand', { state: posted({ mode: 'hand-delivered' }) }),
      row('earlier', { state: posted({ depositedOn: day('2026-11-20') }) }),
    ]),
  );

  it('counts what the counter took that day, and puts on its slip what has a number', () => {
    const { noted, onSlip, left } = depositProgress(states.printed, states.posted, on);
    expect([...ids(noted)].sort()).toEqual(['plain', 'registered']);
    expect(ids(onSlip)).toEqual(['registered']);
    expect(left).toBe(1);
  });

  it('has nothing noted while no day is typed', () => {
    expect(depositProgress(states.printed, states.posted, undefined).noted).toEqual([]);
  });
});

it('notes at once only simple letters that may still go', () => {
  const state = printed('2026-11-22');
  const ledger = ledgerOf(
    [
      row('plain', { state, channel: 'letter' }),
      row('paid', { state, channel: 'letter' }),
      row('registered', { state }),
    ],
    ['paid'],
  );
  expect(ids(plainToPost(ledger, lettersByState(ledger).printed, on))).toEqual(['plain']);
});

it('is entered from the top of the pile: batch after batch, each as it was printed', () => {
  const client = (id: string, name: string, postcode: string): readonly [string, Client] => [
    id,
    { ...claimsClient({ id, name }), address: { lines: ['1 rue'], postcode, city: 'VILLE' } },
  ];
  const at = (id: string, clientId: string, when: string) => row(id, { state: printed(when), clientId });
  const ledger: Ledger = {
    ...ledgerOf([at('1', 'a', '2026-11-22'), at('2', 'b', '2026-11-22'), at('3', 'b', '2026-11-21')]),
    clients: new Map([client('a', 'Zola', '01000'), client('b', 'Abel', '75000')]),
  };
  const { printed: letters } = lettersByState(ledger);
  expect(ids(inPileOrder(ledger, letters, 'name'))).toEqual(['3', '2', '1']);
  expect(ids(inPileOrder(ledger, letters, 'postcode'))).toEqual(['3', '1', '2']);
});
