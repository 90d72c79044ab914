import { addDays, type Day } from '../dates/day.ts';
import { previousWorkingDay } from '../dates/working-days.ts';
import { bankLineIdentities } from '../importing/bank-line-identity.ts';
import type { BankStatementLine } from '../importing/bank-reading.ts';
import { foldText } from '../importing/fold-text.ts';
import type { BankAccount, BankLine, BankStatementRecord } from '../ledger/bank.ts';
import type { Client } from '../ledger/client.ts';
import type { BankBalance, ImportRecord } from '../ledger/history.ts';
import type { Payment } from '../ledger/payment.ts';
import { cents, zeroCents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';
import { type DemoRows, momentOf } from './demo-rows.ts';
import { inventedHash, inventedIban } from './invented-identifiers.ts';
import type { Random } from './seeded-random.ts';

/** Rows of the demonstration that the bank adds or changes. */
export type DemoBank = Pick<
  DemoRows,
  'bankAccounts' | 'bankStatements' | 'bankLines' | 'bankBalances' | 'payments' | 'clients' | 'imports'
>;

type Movement = BankStatementLine & {
  /** The payment that it is. */
  readonly paymentId?: string;
  /** Settles no invoice, and the user has said so. */
  readonly isOwn?: boolean;
};

const accountId = 'bank-account-1';

const account = (createdOn: Day): BankAccount => ({
  id: accountId,
  name: 'Compte courant',
  identifier: inventedIban(),
  currency: 'EUR',
  receivesPayments: true,
  createdAt: momentOf(createdOn, '17:15'),
});

/** Capitals without accents, cut as the 35 characters of a transfer cut it. */
const inCapitals = (text: string): string => foldText(text).toUpperCase().slice(0, 35);

const received = (name: string, text: string): Pick<Movement, 'label' | 'counterparty'> => ({
  label: `VIR SEPA RECU ${inCapitals(name)}\n${text}`,
  counterparty: inCapitals(name),
});

/** A payment as the bank saw it. */
const movementOf = (payment: Payment, name: string): Movement => {
  const base = { bookedOn: payment.receivedOn, amountCents: payment.cents, paymentId: payment.id };
  const reference = payment.reference ?? '';
  switch (payment.method) {
    case 'cheque':
      return { ...base, label: 'REMISE CHEQUE 1 CHEQUE' };
    case 'card':
      return { ...base, label: `REMISE CB ${inCapitals(name)}` };
    case 'direct-debit':
      return { ...base, label: `REMISE PRELEVEMENTS SEPA\n${reference}` };
    default:
      return { ...base, ...received(name, reference) };
  }
};

/** The escompte of the client who takes it in the demonstration. */
const discount = { basisPoints: 200, withinDays: 40 } as const;

interface WaitingMoney {
  readonly movements: readonly Movement[];
  /** Client who has an escompte. */
  readonly discountClientId?: string | undefined;
}

const discountClient = 'energie-bois-nant';

/** What is still owed on an invoice of the stories, cents. */
const owedOn = ({ row, case: story }: DemoInvoice): number =>
  row.totalCents - (story?.received ?? []).reduce((sum, { euros }) => sum + euros * 100, 0);

/**
 * What the clients of stories that ask for nothing today have just paid: amount of what they owe, and what
 * they wrote. Money that waits holds reminders back, so those who are due one pay nothing here.
 */
const justPaid: readonly (readonly [
  client: string,
  centsOf: (owed: number) => number,
  textOf: (invoice: DemoInvoice) => string,
])[] = [
  ['tavel-second-oeuvre', (owed) => owed, ({ row }) => `REGLEMENT FACTURE ${row.number}`],
  ['office-vallier', (owed) => owed, ({ row }) => `FACT ${row.number.replace('-', ' ')}`],
  ['roussel', (owed) => owed, ({ row }) => `VOTRE FACTURE ${row.number.replace('-', '')}`],
  [
    discountClient,
    (owed) => owed - Math.round((owed * discount.basisPoints) / 10_000),
    ({ row }) => `FACTURE ${row.number} ESCOMPTE DEDUIT`,
  ],
  [
    'brasserie-quai-nord',
    (owed) => Math.round(owed / 2),
    ({ row }) => `ACOMPTE 50 POUR CENT FACT ${row.number}`,
  ],
  ['domaine-arolles', (owed) => owed, () => 'SOLDE'],
  ['bailly-promotion', () => 500_000, () => 'REGLEMENT PARTIEL'],
];

/** Money of the last days that nobody explained yet: sure, in part, with escompte, unknown, returned. */
const waitingMoney = (
  invoices: readonly DemoInvoice[],
  payments: readonly Payment[],
  today: Day,
): WaitingMoney => {
  const last = previousWorkingDay(addDays(today, -1), 'metropole');
  const before = previousWorkingDay(addDays(last, -1), 'metropole');
  const movements: Movement[] = [];
  justPaid.forEach(([key, centsOf, textOf], index) => {
    const invoice = invoices.find(({ client, case: story }) => client.key === key && story !== undefined);
    if (invoice)
      movements.push({
        bookedOn: index < 3 ? before : last,
        amountCents: cents(centsOf(owedOn(invoice))),
        ...received(invoice.client.name, textOf(invoice)),
      });
  });
  movements.push({
    bookedOn: last,
    amountCents: cents(125_000),
    ...received('Korvane Négoce', 'SOLDE SELON ACCORD'),
  });
  const debit = payments
    .filter(
      ({ method, reversedAt, clientId }) =>
        method === 'direct-debit' && reversedAt === undefined && clientId === demoClientId('groupe-arvelis'),
    )
    .at(-1);
  if (debit)
    movements.push({
      bookedOn: last,
      amountCents: cents(-debit.cents),
      label: `PRLV SEPA IMPAYE GROUPE ARVELIS IMMOBILIER\n${debit.reference ?? ''}\nPROVISION INSUFFISANTE`,
      counterparty: 'GROUPE ARVELIS IMMOBILIER',
      returnReason: 'Provision insuffisante',
    });
  return { movements, discountClientId: demoClientId(discountClient) };
};

const spending: readonly (readonly [label: string, share: number])[] = [
  ['VIR SEPA EMIS SALAIRES', 0.46],
  ['PRLV SEPA URSSAF', 0.2],
  ['CARTE STATION DU PONT', 0.04],
  ['PRLV SEPA SCIERIE HAUTE', 0.3],
];

/** What else moved in a week, so that its movements lead from one balance to the next. */
const otherMovements = (missing: number, until: Day): readonly Movement[] => {
  const bookedOn = previousWorkingDay(until, 'metropole');
  if (missing === 0) return [];
  if (missing > 0)
    return [
      {
        bookedOn,
        amountCents: cents(missing),
        label: 'VIR INTERNE DEPUIS COMPTE SUR LIVRET',
        isOwn: true,
      },
    ];
  let left = missing;
  return spending.map(([label, share], index) => {
    const amount = index === spending.length - 1 ? left : Math.round(missing * share);
    left -= amount;
    return { bookedOn, amountCents: cents(amount), label };
  });
};

interface Week {
  readonly opening: BankBalance;
  readonly closing: BankBalance;
}

const recorded = (
  { opening, closing }: Week,
  movements: readonly Movement[],
  importId: string,
): { readonly statement: BankStatementRecord; readonly lines: readonly BankLine[] } => {
  const statementId = `bank-statement-${closing.on}`;
  const recordedAt = momentOf(closing.on, '17:20');
  const identities = bankLineIdentities(inventedIban(), movements);
  return {
    statement: {
      id: statementId,
      accountId,
      importId,
      format: 'cfonb120',
      openingCents: opening.cents,
      closingCents: closing.cents,
      openingOn: opening.on,
      closingOn: closing.on,
      coversUntil: closing.on,
      lineCount: movements.length,
      newLineCount: movements.length,
      addsUp: true,
      recordedAt,
    },
    lines: movements.map(({ paymentId: _payment, isOwn, ...line }, index) => ({
      ...line,
      id: `bank-line-${closing.on}-${String(index + 1).padStart(2, '0')}`,
      accountId,
      statementId,
      identity: identities[index] ?? '',
      ...(isOwn && { setAside: { reason: 'own-transfer' as const, at: recordedAt } }),
    })),
  };
};

/**
 * The account of the invented company over four weeks: statements that lead from one known balance to the
 * next, the payments of that time on them, and money of the last days that waits to be matched.
 */
export const demoBank = (
  rows: Pick<DemoRows, 'clients' | 'payments' | 'imports'>,
  invoices: readonly DemoInvoice[],
  balances: readonly BankBalance[],
  today: Day,
  random: Random,
): DemoBank => {
  const ordered = [...balances].sort((a, b) => (a.on < b.on ? -1 : 1));
  const names = new Map(rows.clients.map((client) => [client.id, client.name] as const));
  const waiting = waitingMoney(invoices, rows.payments, today);
  const statements: BankStatementRecord[] = [];
  const bankLines: BankLine[] = [];
  const imports: ImportRecord[] = [];
  const lineByPayment = new Map<string, string>();
  ordered.forEach((closing, index) => {
    const opening = ordered[index - 1];
    if (!opening) return;
    const inWeek = ({ bookedOn }: Pick<Movement, 'bookedOn'>): boolean =>
      bookedOn > opening.on && bookedOn <= closing.on;
    const paid = rows.payments
      .filter(({ reversedAt }) => reversedAt === undefined)
      .map((payment) => movementOf(payment, names.get(payment.clientId) ?? ''))
      .filter(inWeek);
    const known = [...paid, ...waiting.movements.filter(inWeek)];
    const moved = known.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const movements = [...known, ...otherMovements(closing.cents - opening.cents - moved, closing.on)].sort(
      (a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0),
    );
    const importId = `import-bank-${closing.on}`;
    const { statement, lines } = recorded({ opening, closing }, movements, importId);
    statements.push(statement);
    bankLines.push(...lines);
    imports.push({
      id: importId,
      fileName: `releve-${closing.on}.txt`,
      fileHash: inventedHash(random),
      importedAt: momentOf(closing.on, '17:20'),
      content: 'bank',
      newInvoices: 0,
      updatedInvoices: 0,
      newClients: 0,
      newBankLines: lines.length,
      openCents: zeroCents,
    });
    movements.forEach(({ paymentId }, at) => {
      const line = lines[at];
      if (paymentId !== undefined && line) lineByPayment.set(paymentId, line.id);
    });
  });
  return {
    bankAccounts: [account(ordered[0]?.on ?? today)],
    bankStatements: statements,
    bankLines,
    bankBalances: balances.map((balance) => ({ ...balance, id: `${accountId} ${balance.on}`, accountId })),
    payments: rows.payments.map((payment) => {
      const bankLineId = lineByPayment.get(payment.id);
      return bankLineId === undefined ? payment : { ...payment, bankLineId };
    }),
    clients: rows.clients.map(
      (client): Client =>
        client.id === waiting.discountClientId ? { ...client, earlyPaymentDiscount: discount } : client,
    ),
    imports: [...rows.imports, ...imports],
  };
};
