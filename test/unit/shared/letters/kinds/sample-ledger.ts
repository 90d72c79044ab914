import type { Instant } from '../../../../../shared/dates/clock.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Client } from '../../../../../shared/ledger/client.ts';
import type { ClientLetter, ClientLetterKind } from '../../../../../shared/ledger/client-letter.ts';
import { emptyLedger, type Ledger } from '../../../../../shared/ledger/ledger.ts';
import type { LetterWish } from '../../../../../shared/letters/kinds/letter-wish.ts';
import { proposeLetter } from '../../../../../shared/letters/kinds/propose-letter.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { client, company, invoice } from '../sample-letter.ts';

export const today = day('2026-11-22');
export const now = '2026-11-22T09:00:00.000Z' as Instant;

const byId = <Row extends { readonly id: string }>(...rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/**
 * Three invoices (1 890,00 partly paid, 456,30 late, 1 000,00 not due), a credit note of 120,00 that settles
 * nothing yet, a payment of 890,00, a plan and a hand-over: the account stands at 2 336,30.
 */
export const ledgerOf = (over: Partial<Client> = {}, count = 0): Ledger => ({
  ...emptyLedger(),
  clients: byId(client({ earlyPaymentDiscount: { basisPoints: 200, withinDays: 10 }, ...over })),
  invoices: byId(
    invoice('FA2026-001', 189_000, '2026-08-31', { issuedOn: day('2026-08-01') }),
    invoice('FA2026-002', 45_630, '2026-09-30', { issuedOn: day('2026-08-31') }),
    invoice('FA2026-003', 100_000, '2026-12-15', { issuedOn: day('2026-11-15') }),
    invoice('AV2026-001', 12_000, '2026-10-01', { kind: 'credit-note', issuedOn: day('2026-10-01') }),
    ...Array.from({ length: count }, (_, index) =>
      invoice(`FB2026-${index}`, 10_000, '2026-10-30', { issuedOn: day('2026-09-30') }),
    ),
  ),
  payments: byId({
    id: 'p1',
    clientId: 'c1',
    receivedOn: day('2026-10-10'),
    cents: cents(89_000),
    method: 'transfer',
    reference: 'VIR 4711',
    recordedAt: now,
  }),
  allocations: byId({
    id: 'a1',
    source: { kind: 'payment', paymentId: 'p1' },
    invoiceId: 'FA2026-001',
    cents: cents(89_000),
    effectiveOn: day('2026-10-10'),
  }),
  plans: byId({
    id: 'pl',
    clientId: 'c1',
    invoiceIds: ['FA2026-001', 'FA2026-002'],
    agreedOn: today,
    instalments: [
      { dueOn: day('2026-12-15'), cents: cents(48_543) },
      { dueOn: day('2027-01-15'), cents: cents(48_543) },
      { dueOn: day('2027-02-15'), cents: cents(48_544) },
    ],
  }),
  handovers: byId({
    id: 'h',
    clientId: 'c1',
    invoiceIds: ['FA2026-001', 'FA2026-002'],
    collector: {
      kind: 'agency',
      name: 'Recouvrement du Rhône SAS',
      address: { lines: ['5 quai de Saône'], postcode: '69002', city: 'Lyon' },
    },
    handedOverOn: today,
    claimCents: cents(145_630),
    fee: { kind: 'share', basisPoints: 1000 },
    note: '',
    documents: [],
  }),
  settings: byId({
    ...company,
    paymentLink: 'https://payer.example/?m={montant}&r={reference}',
    chequeOrder: 'Atelier Dupré',
    accent: '#1f3a5f',
  }),
});

export const wish = (kind: ClientLetterKind, over: Partial<LetterWish> = {}): LetterWish => ({
  clientId: 'c1',
  kind,
  invoiceIds: [],
  planId: 'pl',
  paymentId: 'p1',
  handoverId: 'h',
  ...over,
});

/** The letter that a wish gives as proposed; throws where none is proposed. */
export const letterOf = (
  ledger: Ledger,
  asked: LetterWish,
  over: Partial<ClientLetter> = {},
): ClientLetter => {
  const proposal = proposeLetter(ledger, asked, today);
  if (!proposal.ok) throw new Error(proposal.error.message);
  const { interest: _interest, forfeitureDays: _days, ...rest } = asked;
  return {
    id: 'l1',
    ...rest,
    ...proposal.value,
    writtenOn: today,
    state: { kind: 'to-print', writtenAt: now },
    documents: [],
    ...over,
  };
};
