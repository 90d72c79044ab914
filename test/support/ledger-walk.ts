import fc from 'fast-check';
import {
  agreePlan,
  endPause,
  endPlan,
  openDispute,
  postpone,
  recordPromise,
  withdrawPromise,
} from '../../renderer/db/commands/agreements.ts';
import { confirmNothingReceived } from '../../renderer/db/commands/bank-check.ts';
import {
  blankClient,
  createClient,
  excludeClient,
  updateClient,
} from '../../renderer/db/commands/clients.ts';
import { closeDispute } from '../../renderer/db/commands/disputes.ts';
import { importInvoices } from '../../renderer/db/commands/import.ts';
import { cancelInvoice, createInvoice, updateInvoice } from '../../renderer/db/commands/invoices.ts';
import { addNote, removeNote } from '../../renderer/db/commands/notes.ts';
import { allocateCredit, recordPayment, reversePayment } from '../../renderer/db/commands/payments.ts';
import { removeOutflow, saveBankBalance, saveOutflow } from '../../renderer/db/commands/settings.ts';
import { undoChange } from '../../renderer/db/commands/undo.ts';
import { addDays, type Day, day } from '../../shared/dates/day.ts';
import { remainingCents } from '../../shared/ledger/balance.ts';
import type { Change } from '../../shared/ledger/change.ts';
import type { Command } from '../../shared/ledger/decision.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { cents } from '../../shared/money/cents.ts';
import { fail } from '../../shared/result.ts';

export const stepKinds = [
  'create-client',
  'update-client',
  'exclude-client',
  'create-invoice',
  'create-credit-note',
  'correct-total',
  'correct-kind',
  'correct-number',
  'cancel-invoice',
  'pay-one',
  'pay-all',
  'pay-account',
  'reverse-payment',
  'allocate-payment',
  'allocate-credit-note',
  'import',
  'open-dispute',
  'resolve-dispute',
  'promise',
  'withdraw-promise',
  'plan',
  'end-plan',
  'postpone',
  'end-pause',
  'note',
  'remove-note',
  'outflow',
  'remove-outflow',
  'bank-balance',
  'bank-check',
  'undo',
] as const;

/** What a user does next; the numbers choose among what there is at that moment. */
export interface Step {
  readonly kind: (typeof stepKinds)[number];
  readonly which: number;
  readonly other: number;
  readonly amountCents: number;
  readonly days: number;
}

/** Money is what goes wrong: it moves more often than the rest. */
const stepKind = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...stepKinds) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step['kind']>(
      'open-dispute',
      'resolve-dispute',
      'promise',
      'withdraw-promise',
      'plan',
      'end-plan',
      'postpone',
      'end-pause',
      'note',
      'remove-note',
      'outflow',
      'remove-outflow',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step['kind']>(
      'create-invoice',
      'create-credit-note',
      'correct-total',
      'correct-kind',
      'cancel-invoice',
      'pay-one',
      'pay-all',
      'pay-account',
      'reverse-payment',
      'allocate-payment',
      'allocate-credit-note',
      'import',
      'undo',
    ),
  },
);

export const step: fc.Arbitrary<Step> = fc.record({
  kind: stepKind,
  which: fc.nat(7),
  other: fc.nat(7),
  // Small and round amounts meet each other; odd ones do not.
  amountCents: fc.oneof(fc.constantFrom(1, 5_000, 10_000, 10_001), fc.integer({ min: -10, max: 30_000 })),
  days: fc.integer({ min: -120, max: 60 }),
});

export const walkDay: Day = day('2026-11-23');

const nth = <Row>(rows: Iterable<Row>, index: number): Row | undefined => {
  const all = [...rows];
  return all.length === 0 ? undefined : all[index % all.length];
};

const idAt = (rows: ReadonlyMap<string, unknown>, index: number): string => nth(rows.keys(), index) ?? '';

const nothingToDo = fail({ kind: 'nothing-to-do', message: '' });

/** Pages of each change that was made, in order. */
export type Made = readonly (readonly Change[])[];

/** The command a step stands for, on the ledger that it meets; `made` is what can be undone. */
export const commandOf =
  ({ kind, which, other, amountCents, days }: Step, made: Made): Command<undefined> =>
  (ledger, _wish, context) => {
    const amount = cents(amountCents);
    const on = addDays(walkDay, days);
    const past = addDays(walkDay, -Math.abs(days));
    const later = addDays(walkDay, Math.abs(days));
    const clientId = idAt(ledger.clients, which);
    const invoiceId = idAt(ledger.invoices, which);
    const invoice = ledger.invoices.get(invoiceId);
    const invoiceWish = (number: string, documentKind: 'invoice' | 'credit-note') => ({
      client: which % 3 === 0 && clientId === '' ? { newName: `Client ${other}` } : { id: clientId },
      invoice: {
        number,
        kind: documentKind,
        issuedOn: past,
        ...(other % 4 === 0 ? {} : { dueOn: addDays(past, 30) }),
        totalCents: amount,
      },
    });
    switch (kind) {
      case 'create-client':
        return createClient(ledger, { id: context.newId(), client: blankClient(`Client ${other}`) }, context);
      case 'update-client':
        return updateClient(
          ledger,
          { id: clientId, changes: { terms: { kind: 'net', days: 30 + other } } },
          context,
        );
      case 'exclude-client':
        return excludeClient(ledger, { id: clientId, reason: other % 2 === 0 ? 'Ami' : '' }, context);
      case 'create-invoice':
        return createInvoice(ledger, invoiceWish(`F-${other}${which}`, 'invoice'), context);
      case 'create-credit-note':
        return createInvoice(ledger, invoiceWish(`A-${other}`, 'credit-note'), context);
      case 'correct-total':
        return updateInvoice(ledger, { id: invoiceId, changes: { totalCents: amount } }, context);
      case 'correct-kind':
        return updateInvoice(
          ledger,
          { id: invoiceId, changes: { kind: invoice?.kind === 'invoice' ? 'credit-note' : 'invoice' } },
          context,
        );
      case 'correct-number':
        return updateInvoice(ledger, { id: invoiceId, changes: { number: `F-${other}` } }, context);
      case 'cancel-invoice':
        return cancelInvoice(ledger, { id: invoiceId }, context);
      case 'pay-one':
        return recordPayment(
          ledger,
          { invoiceIds: [invoiceId], receivedCents: amount, receivedOn: past, method: 'transfer' },
          context,
        );
      case 'pay-all': {
        const invoiceIds = [...ledger.invoices.values()]
          .filter((candidate) => candidate.clientId === clientId)
          .map(({ id }) => id);
        return recordPayment(
          ledger,
          { invoiceIds, clientId, receivedCents: amount, receivedOn: past, method: 'cheque' },
          context,
        );
      }
      case 'pay-account':
        return recordPayment(
          ledger,
          { invoiceIds: [], clientId, receivedCents: amount, receivedOn: on, method: 'card' },
          context,
        );
      case 'reverse-payment':
        return reversePayment(ledger, { paymentId: idAt(ledger.payments, which) }, context);
      case 'allocate-payment':
        return allocateCredit(ledger, { sourceId: idAt(ledger.payments, other), invoiceId }, context);
      case 'allocate-credit-note':
        return allocateCredit(ledger, { sourceId: idAt(ledger.invoices, other), invoiceId }, context);
      case 'import':
        return importInvoices(ledger, importWish(ledger, which, other, amountCents, past), context);
      case 'open-dispute':
        return openDispute(
          ledger,
          {
            invoiceId,
            reason: 'quality',
            note: '',
            ...(other % 2 === 0 ? {} : { disputedCents: amount }),
          },
          context,
        );
      case 'resolve-dispute':
        return closeDispute(
          ledger,
          { disputeId: idAt(ledger.disputes, which), outcome: 'for-creditor' },
          context,
        );
      case 'promise':
        return recordPromise(ledger, { invoiceIds: [invoiceId], promisedOn: on }, context);
      case 'withdraw-promise':
        return withdrawPromise(ledger, { promiseId: idAt(ledger.promises, which) }, context);
      case 'plan': {
        const owedCents = remainingCents(ledger, invoiceId);
        const firstCents = Math.floor(owedCents / 2);
        return agreePlan(
          ledger,
          {
            invoiceIds: [invoiceId],
            instalments: [
              { dueOn: later, cents: cents(firstCents) },
              { dueOn: addDays(later, 30), cents: cents(owedCents - firstCents) },
            ],
          },
          context,
        );
      }
      case 'end-plan':
        return endPlan(ledger, { planId: idAt(ledger.plans, which) }, context);
      case 'postpone':
        return postpone(ledger, { clientId, until: on, reason: 'Il rappelle' }, context);
      case 'end-pause':
        return endPause(ledger, { pauseId: idAt(ledger.pauses, which) }, context);
      case 'note':
        return addNote(ledger, { clientId, kind: 'note', text: `Note ${other}` }, context);
      case 'remove-note':
        return removeNote(ledger, { noteId: idAt(ledger.notes, which) }, context);
      case 'outflow':
        return saveOutflow(
          ledger,
          { id: `outflow-${which}`, label: 'Loyer', cents: amount, firstOn: on, repeats: 'monthly' },
          context,
        );
      case 'remove-outflow':
        return removeOutflow(ledger, { id: idAt(ledger.outflows, which) }, context);
      case 'bank-balance':
        return saveBankBalance(ledger, { on, cents: amount }, context);
      case 'bank-check':
        return confirmNothingReceived(ledger, undefined, context);
      case 'undo': {
        const pages = nth(made, made.length - 1 - Math.min(which, made.length - 1));
        return pages ? undoChange(ledger, { pages }, context) : nothingToDo;
      }
    }
  };

/** A file of two lines: one that may be known here with another total or more paid, and one more. */
const importWish = (ledger: Ledger, which: number, other: number, amountCents: number, past: Day) => {
  const totalCents = Math.max(1, amountCents);
  const clientName = ledger.clients.get(idAt(ledger.clients, which))?.name ?? 'Client importé';
  const row = (number: string, paidCents: number, kind: 'invoice' | 'credit-note' = 'invoice') => ({
    line: 2,
    number,
    kind,
    issuedOn: past,
    clientName,
    clientNamedByCode: false,
    totalCents: cents(totalCents),
    remainingCents: cents(Math.max(0, totalCents - paidCents)),
    currency: 'EUR',
    status: 'open' as const,
    contact: {},
  });
  return {
    fileName: 'factures.csv',
    fileHash: 'ab'.repeat(32),
    rows: [
      row(`F-${other}${which}`, other * 1000),
      row(`A-${other}`, which * 1000, 'credit-note'),
      row(`F-${which}`, 0),
    ],
    leftOut: [],
    duplicates: 0,
    fillDueDates: other % 2 === 0,
    cancelAsInFile: false,
  };
};
