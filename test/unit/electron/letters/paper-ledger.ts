import { day } from '../../../../shared/dates/day.ts';
import type { Client, DebtorRegime } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { CompanySettings, SettingsRow } from '../../../../shared/ledger/settings.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import { company } from '../../shared/letters/sample-letter.ts';
import { noonOf } from '../../shared/reminders/sample-ledger.ts';

/** Every text of somebody else's that can reach paper. */
export interface PaperNames {
  readonly client: string;
  readonly contact: string;
  readonly company: string;
  readonly street: string;
  readonly order: string;
  readonly collector: string;
  readonly note: string;
  readonly piece: string;
  readonly bankReference: string;
  /** Before the number of each invoice. */
  readonly invoice: string;
}

export const usualNames: PaperNames = {
  client: 'Menuiserie Œuvre & Façades SAS',
  contact: 'Hélène Lefèvre',
  company: 'Atelier Dupré SARL',
  street: '24 avenue de la République',
  order: 'BC-2026/17',
  collector: 'Recouvrement du Rhône SAS',
  note: 'Deux vantaux livrés rayés le 12 août.',
  piece: 'Devis signé DV2026-12',
  bankReference: 'VIR 4711',
  invoice: 'FA2026-',
};

/** Day of everything that is no step of the ladder. */
export const paperDay = day('2026-11-23');

/** All steps on paper, in their order, so that each letter names the one before. */
export const paperScenario: Scenario = {
  id: defaultScenarioId,
  name: 'Tout par courrier',
  mode: 'to-approve',
  steps: (
    [
      ['courtesy', -5, 'letter', 0],
      ['friendly', 7, 'letter', 0],
      ['firm', 15, 'letter', 8],
      ['formal-notice', 30, 'registered-letter', 8],
      ['last-notice', 60, 'registered-letter', 8],
    ] as const
  ).map(([level, delayDays, channel, grantedDays]) => ({
    id: `step-${level}`,
    delayDays,
    level,
    channel,
    templateId: `template-${level}`,
    recipientRole: 'decision-maker',
    grantedDays,
  })),
};

const byId = <Row extends { readonly id: string }>(...rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

export interface PaperLedgerWish {
  readonly names?: Partial<PaperNames> | undefined;
  readonly regime?: DebtorRegime | undefined;
  readonly language?: 'en' | undefined;
  /** Logo, signature and colour on the company's paper. */
  readonly images?: { readonly logoHash: string; readonly signatureHash: string } | undefined;
  /** Further late invoices of 100,00 € and more. */
  readonly furtherInvoices?: number | undefined;
}

/** What the ledger owes, to be compared with what its papers say. Cents. */
export const paperSums = { first: 139_000, second: 45_630, notYetDue: 100_000, credit: 12_000 } as const;

/**
 * A client with two late invoices (1 890,00 of which 500,00 are paid, and 456,30), one that is not due (1 000,00)
 * and a credit note of 120,00 that settles nothing yet; a plan with a missed instalment, a dispute, a hand-over, a
 * case with a piece, and blocked services, each on its own invoices or unused until asked for.
 */
export const paperLedger = (wish: PaperLedgerWish = {}): Ledger => {
  const names = { ...usualNames, ...wish.names };
  const createdAt = noonOf('2026-01-02');
  const client: Client = {
    id: 'c1',
    name: names.client,
    code: 'C0001',
    regime: wish.regime ?? 'b2b',
    segment: 'regular',
    siren: '552100554',
    address: {
      lines: ['Zone artisanale des Marronniers', names.street, 'BP 1234'],
      postcode: '69100',
      city: 'Villeurbanne Cedex 02',
    },
    contacts: [{ id: 'x', name: names.contact, role: 'decision-maker' }],
    rate: { kind: 'statutory' },
    directDebit: false,
    earlyPaymentDiscount: { basisPoints: 200, withinDays: 10 },
    ...(wish.language === undefined ? {} : { language: wish.language }),
    createdAt,
  };
  const invoice = (number: string, totalCents: number, over: Partial<Invoice> = {}): Invoice => ({
    id: number,
    clientId: 'c1',
    number: `${names.invoice}${number}`,
    kind: 'invoice',
    issuedOn: day('2026-08-01'),
    dueOn: day('2026-08-31'),
    totalCents: cents(totalCents),
    currency: 'EUR',
    createdAt: noonOf('2026-08-01'),
    ...over,
  });
  const settings: CompanySettings = {
    ...company,
    name: names.company,
    consumerMediator: 'Médiation des professionnels\n8 rue des Tilleuls\n69006 Lyon\nwww.mediation.example',
    paymentLink: 'https://payer.example/?m={montant}&r={reference}',
    chequeOrder: names.company.slice(0, 200),
    ...(wish.images === undefined ? {} : { ...wish.images, accent: '#1f3a5f' }),
  };
  return {
    ...emptyLedger(),
    sequence: 1,
    clients: byId(client),
    invoices: byId(
      invoice('001', 189_000, { orderReference: names.order.slice(0, 100) }),
      invoice('002', 45_630),
      invoice('003', paperSums.notYetDue, { issuedOn: day('2026-11-18'), dueOn: day('2026-12-18') }),
      invoice('A01', paperSums.credit, { kind: 'credit-note', issuedOn: day('2026-08-14') }),
      ...Array.from({ length: wish.furtherInvoices ?? 0 }, (_unused, index) =>
        invoice(`9${String(index).padStart(3, '0')}`, 10_000 + index * 137),
      ),
    ),
    payments: byId({
      id: 'p1',
      clientId: 'c1',
      receivedOn: day('2026-08-20'),
      cents: cents(50_000),
      method: 'transfer',
      reference: names.bankReference,
      recordedAt: noonOf('2026-08-20'),
    }),
    allocations: byId({
      id: 'a1',
      source: { kind: 'payment', paymentId: 'p1' },
      invoiceId: '001',
      cents: cents(50_000),
      effectiveOn: day('2026-08-20'),
    }),
    scenarios: byId(paperScenario),
    settings: byId<SettingsRow>(settings, defaultReminderSettings),
  };
};

/** The same with a plan over both late invoices, whose first instalment was missed. */
export const withPlan = (ledger: Ledger): Ledger => ({
  ...ledger,
  plans: byId({
    id: 'pl',
    clientId: 'c1',
    invoiceIds: ['001', '002'],
    agreedOn: day('2026-10-01'),
    instalments: [
      { dueOn: day('2026-11-01'), cents: cents(61_543) },
      { dueOn: day('2026-12-01'), cents: cents(61_543) },
      { dueOn: day('2027-01-04'), cents: cents(61_544) },
    ],
  }),
});

/** The same with a dispute, a hand-over, a piece, a case and blocked services. */
export const withConflict = (
  ledger: Ledger,
  given: Partial<PaperNames> = {},
  pieceHash = 'a'.repeat(64),
): Ledger => {
  const names = { ...usualNames, ...given };
  const client = ledger.clients.get('c1');
  if (client === undefined) throw new Error('no client');
  return {
    ...ledger,
    clients: byId({
      ...client,
      blockedServices: {
        deliveries: true,
        afterSales: true,
        since: day('2026-11-02'),
        reason: names.note,
      },
    }),
    disputes: byId({
      id: 'd',
      clientId: 'c1',
      invoiceId: '002',
      disputedCents: cents(15_630),
      reason: 'quality',
      note: names.note,
      openedOn: day('2026-09-02'),
    }),
    handovers: byId({
      id: 'h',
      clientId: 'c1',
      invoiceIds: ['001', '002'],
      collector: {
        kind: 'agency',
        name: names.collector,
        address: { lines: ['5 quai de Saône'], postcode: '69002', city: 'Lyon' },
      },
      handedOverOn: paperDay,
      claimCents: cents(paperSums.first + paperSums.second),
      fee: { kind: 'share', basisPoints: 1000 },
      note: '',
      documents: [],
    }),
    pieces: byId({
      id: 'piece',
      clientId: 'c1',
      kind: 'contract',
      title: names.piece,
      addedOn: day('2026-11-01'),
      document: { hash: pieceHash, name: 'Devis.pdf', mediaType: 'application/pdf' },
    }),
    legalCases: byId({
      id: 'k',
      clientId: 'c1',
      invoiceIds: ['001', '002'],
      openedOn: day('2026-11-16'),
      facts: {
        debtorIsMerchant: true,
        creditorIsMerchant: true,
        isContested: false,
        hasWrittenContract: true,
      },
      procedure: 'order-for-payment',
      costsCents: cents(0),
      note: '',
      documents: [],
    }),
  };
};
