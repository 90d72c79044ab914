import { addDays, type Day } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import type { Handover } from '../ledger/handover.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';
import { cents, sumCents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';
import type { DemoRows } from './demo-rows.ts';

const clientKey = 'transports-gallois';

/** The oldest debtor is with a collector since three weeks. */
export const demoHandovers = (invoices: readonly DemoInvoice[], today: Day): readonly Handover[] => {
  const given = invoices.filter((invoice) => invoice.client.key === clientKey && invoice.case !== undefined);
  if (given.length === 0) return [];
  return [
    {
      id: 'handover-1',
      clientId: demoClientId(clientKey),
      invoiceIds: given.map(({ row }) => row.id),
      collector: {
        kind: 'agency',
        name: 'Recouvra Conseil',
        address: { lines: ['18 quai des Bateliers'], postcode: '69005', city: 'Lyon' },
        email: 'dossiers@recouvra-conseil.example.fr',
        phone: '04 72 00 00 18',
      },
      handedOverOn: nextWorkingDay(addDays(today, -21), 'metropole'),
      claimCents: sumCents(given.map(({ row }) => row.totalCents)),
      fee: { kind: 'share', basisPoints: 1200 },
      reference: 'RC-2026-418',
      note: 'Premier bilan promis sous un mois.',
      documents: [],
    },
  ];
};

/** A collector got this much time from the first call to the money. */
const recoveryDays = 12;

/** Who pays late enough to have been given to somebody. */
const slowPayers: ReadonlySet<string> = new Set(['late', 'worst']);

/**
 * A file that came back: the latest invoice of a bad payer that was settled by one payment of its own, long
 * enough after the last reminder that a collector may have been at it. Its payment came through him, less his
 * share. Changes nothing where no invoice is like that.
 */
export const withRecoveredFile = <
  Rows extends Pick<DemoRows, 'handovers' | 'payments' | 'allocations' | 'reminders'>,
>(
  rows: Rows,
  invoices: readonly DemoInvoice[],
  today: Day,
): Rows => {
  const remindedOn = (invoiceId: string): string =>
    rows.reminders
      .filter(({ lines }) => lines.some((line) => line.invoiceId === invoiceId))
      .reduce((last, { state }) => {
        const moment = reminderMoment(state);
        return moment > last ? moment : last;
      }, '');
  const [found] = invoices
    .filter(({ client, settledOn }) => slowPayers.has(client.pace) && settledOn !== undefined)
    .flatMap(({ row, settledOn }) => {
      const [allocation, ...others] = rows.allocations.filter(({ invoiceId }) => invoiceId === row.id);
      const { source } = allocation ?? {};
      const payment =
        source?.kind === 'payment' && others.length === 0
          ? rows.payments.find(({ id }) => id === source.paymentId)
          : undefined;
      // A movement of the bank would show what the collector passed on, not what the client paid.
      if (payment?.cents !== row.totalCents || payment.bankLineId !== undefined) return [];
      const handedOverOn = nextWorkingDay(addDays(payment.receivedOn, -recoveryDays), 'metropole');
      const isPlausible =
        remindedOn(row.id) < handedOverOn && row.dueOn !== undefined && row.dueOn < handedOverOn;
      return isPlausible ? [{ row, payment, handedOverOn, settledOn }] : [];
    })
    .sort((a, b) => (a.payment.receivedOn > b.payment.receivedOn ? -1 : 1));
  if (found === undefined) return rows;
  const { row, payment, handedOverOn } = found;
  const feeCents = cents(Math.round(row.totalCents / 10));
  const endedOn = nextWorkingDay(addDays(payment.receivedOn, 4), 'metropole');
  if (endedOn >= today) return rows;
  const handover: Handover = {
    id: 'handover-recovered',
    clientId: row.clientId,
    invoiceIds: [row.id],
    collector: {
      kind: 'bailiff',
      name: 'Étude Castan et Morel (exemple)',
      address: { lines: ['6 place de l’Exemple'], postcode: '73000', city: 'Chambéry' },
      email: 'etude@castan-morel.example.fr',
    },
    handedOverOn,
    claimCents: row.totalCents,
    fee: { kind: 'share', basisPoints: 1000 },
    reference: 'CM-1187',
    note: '',
    lastNewsOn: payment.receivedOn,
    ended: {
      on: endedOn,
      outcome: 'recovered',
      recoveredCents: row.totalCents,
      feeCents,
      note: 'Réglé au premier appel de l’étude.',
    },
    documents: [],
  };
  return {
    ...rows,
    handovers: [...rows.handovers, handover],
    payments: rows.payments.map((one) =>
      one.id === payment.id ? { ...one, collected: { handoverId: handover.id, feeCents } } : one,
    ),
  };
};

/** Nothing more is delivered to him meanwhile. */
export const withBlockedServices = (clients: readonly Client[], today: Day): readonly Client[] =>
  clients.map((client) =>
    client.id === demoClientId(clientKey)
      ? {
          ...client,
          blockedServices: {
            deliveries: true,
            afterSales: true,
            since: nextWorkingDay(addDays(today, -21), 'metropole'),
            reason: 'Dernier avis resté sans effet, dossier confié',
          },
        }
      : client,
  );
