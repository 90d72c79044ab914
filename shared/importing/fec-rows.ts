import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { type FecIdentify, fecRowClient } from './fec-clients.ts';
import { fecNumber, isGenericPiece } from './fec-number.ts';
import type { FecAccountGroup, FecDocument, FecOpenItem, FecReading } from './fec-reading.ts';
import { invoiceNumberKey } from './import-identity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { InvoiceRow } from './invoice-row.ts';

/** Money of a customer that the accounts have not set against an invoice: payments too much, advances. */
export interface FecCredit {
  /** The customer, as the rows of invoices name theirs. */
  readonly customer: FecRowCustomer;
  readonly accountGroup: FecAccountGroup;
  /** Piece reference, else label. */
  readonly reference: string;
  readonly receivedOn: Day;
  /** More than 0. */
  readonly cents: Cents;
  readonly isOpening: boolean;
  /** An opening balance that names no payment. */
  readonly isOpeningBalance: boolean;
  readonly line: number;
}

/** What is known of the customer of an item. */
export type FecRowCustomer = Pick<
  InvoiceRow,
  'clientCode' | 'clientName' | 'clientNamedByCode' | 'contact' | 'line'
>;

/** A document of the accounts as an invoice row, with what only the accounts know. */
export interface FecRow {
  readonly row: InvoiceRow;
  readonly accountGroup: FecAccountGroup;
  readonly isOpening: boolean;
  /** An opening balance that names no invoice. */
  readonly isOpeningBalance: boolean;
}

export interface FecRows {
  readonly rows: readonly FecRow[];
  readonly credits: readonly FecCredit[];
  readonly problems: readonly ImportProblem[];
}

/** An invoice that the ledger has under a number already. */
export interface KnownFecInvoice {
  readonly issuedOn: Day;
  readonly totalCents: Cents;
}

export interface FecRowsOptions {
  /** How a customer is named in the rows; by his code and name where undefined. */
  readonly identify?: FecIdentify;
  /** The invoice of that customer and number in the ledger. */
  readonly known?: (customer: FecRowCustomer, number: string) => KnownFecInvoice | undefined;
}

const customerOf = (item: FecOpenItem, { identify = fecRowClient }: FecRowsOptions): FecRowCustomer => ({
  ...identify(item),
  line: item.line,
});

interface Draft extends FecRow {
  readonly isMadeUp: boolean;
}

const draftOf = (
  item: FecOpenItem,
  document: FecDocument,
  kind: InvoiceRow['kind'],
  options: FecRowsOptions,
): Draft => {
  const customer = customerOf(item, options);
  const named = fecNumber(document);
  const isOpeningBalance = document.isOpening && named.isMadeUp;
  // A credit note that carries the number of its invoice must not be taken for it.
  let number = named.number;
  let issuedOn = document.pieceOn;
  let totalCents: number = document.totalCents;
  const known = options.known?.(customer, number);
  if (known && known.issuedOn !== issuedOn) {
    const lostItsDay = document.isOpening && document.pieceOn === document.entryOn;
    if (lostItsDay || known.totalCents === totalCents) issuedOn = known.issuedOn;
    // The same number in another year is another invoice.
    else number = `${number} du ${formatDay(issuedOn)}`;
  }
  // An opening entry carries over what is left: what was paid before belongs to the invoice all the same.
  if (known && known.issuedOn === issuedOn && document.isOpening && known.totalCents > totalCents)
    totalCents = known.totalCents;
  const awaitsDueDate = isOpeningBalance || document.kind === 'bill' || document.kind === 'refund';
  return {
    accountGroup: item.accountGroup,
    isOpening: document.isOpening,
    isOpeningBalance,
    isMadeUp: named.isMadeUp,
    row: {
      ...customer,
      line: document.line,
      number,
      kind,
      issuedOn,
      totalCents: cents(totalCents),
      remainingCents: document.openCents,
      currency: 'EUR',
      status: 'open',
      ...(item.lastCreditOn !== undefined &&
        totalCents > document.openCents && { paidOn: item.lastCreditOn }),
      ...(awaitsDueDate && { awaitsDueDate }),
    },
  };
};

const later = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined ? b : b === undefined || a > b ? a : b;

/** Two lines of one document: an invoice booked in several amounts. */
const merged = (a: Draft, b: Draft): Draft => {
  const paidOn = later(a.row.paidOn, b.row.paidOn);
  return {
    ...a,
    row: {
      ...a.row,
      totalCents: cents(a.row.totalCents + b.row.totalCents),
      remainingCents: cents(a.row.remainingCents + b.row.remainingCents),
      ...(paidOn !== undefined && { paidOn }),
    },
  };
};

const problemOf = (draft: Draft, { kind }: FecDocument): ImportProblem | undefined => {
  const { line, number } = draft.row;
  const facts = { value: number, target: 'number' as const };
  if (draft.isOpeningBalance) return importProblem(line, { kind: 'opening-without-detail', ...facts });
  if (kind === 'bill') return importProblem(line, { kind: 'bill-of-exchange', ...facts });
  if (kind === 'refund') return importProblem(line, { kind: 'debit-without-invoice', ...facts });
  if (kind === 'adjustment') return importProblem(line, { kind: 'credit-of-accounts', ...facts });
  return draft.isMadeUp ? importProblem(line, { kind: 'number-made-up', ...facts }) : undefined;
};

const creditOf = (
  item: FecOpenItem,
  document: FecDocument,
  amount: number,
  options: FecRowsOptions,
): FecCredit => ({
  customer: customerOf(item, options),
  accountGroup: item.accountGroup,
  reference: isGenericPiece(document.pieceRef) && document.label !== '' ? document.label : document.pieceRef,
  // The entry of a bank journal bears the day of the statement; an opening entry only that of the year.
  receivedOn: document.isOpening ? document.pieceOn : document.entryOn,
  cents: cents(amount),
  isOpening: document.isOpening,
  isOpeningBalance: document.isOpening && fecNumber(document).isMadeUp,
  line: document.line,
});

/** A credit note counts with what is left of it: the invoices that used the rest stand in the file too. */
const unusedPart = (document: FecDocument): FecDocument => ({
  ...document,
  totalCents: document.openCents,
});

/** Advances less what was taken of them: a debit of 4191 uses up the oldest advances of its customer. */
const advances = (items: readonly FecOpenItem[], options: FecRowsOptions): readonly FecCredit[] => {
  const used = new Map<string, number>();
  for (const item of items)
    if (item.cents > 0) used.set(item.customerKey, (used.get(item.customerKey) ?? 0) + item.cents);
  return items.flatMap((item) =>
    item.cents > 0
      ? []
      : item.documents.flatMap((document) => {
          const left = used.get(item.customerKey) ?? 0;
          const taken = Math.min(left, document.openCents);
          used.set(item.customerKey, left - taken);
          return taken === document.openCents
            ? []
            : [creditOf(item, document, document.openCents - taken, options)];
        }),
  );
};

/**
 * Open items of the accounts as invoices, credit notes and money on account. An invoice that is partly paid
 * keeps its total, with the day of the last payment; what was paid beyond is money on account. The accounts
 * know no due dates. Bills of exchange, refunds and opening balances without detail are counted, but are to
 * wait without due date, and what waits is never reminded. Never throws.
 */
export const fecRows = (reading: Pick<FecReading, 'openItems'>, options: FecRowsOptions = {}): FecRows => {
  const drafts = new Map<string, Draft>();
  const problems: ImportProblem[] = [];
  const credits: FecCredit[] = [];
  const add = (document: FecDocument, draft: Draft): void => {
    const keyOf = (number: string): string =>
      `${draft.row.clientCode ?? draft.row.clientName}\n${invoiceNumberKey(number)}`;
    let added = draft;
    let twin = drafts.get(keyOf(draft.row.number));
    if (twin && (twin.row.kind !== draft.row.kind || twin.row.issuedOn !== draft.row.issuedOn)) {
      const { number, kind, issuedOn } = draft.row;
      const renamed =
        twin.row.kind === kind || kind === 'invoice'
          ? `${number} du ${formatDay(issuedOn)}`
          : `Avoir ${number}`;
      added = { ...draft, row: { ...draft.row, number: renamed } };
      twin = drafts.get(keyOf(renamed));
    }
    const key = keyOf(added.row.number);
    const isTwin = twin && twin.row.kind === added.row.kind;
    drafts.set(key, twin && isTwin ? merged(twin, added) : added);
    const problem = problemOf(added, document);
    if (problem && !isTwin) problems.push(problem);
  };
  const ofAdvances = reading.openItems.filter(({ accountGroup }) => accountGroup === '4191');
  for (const item of reading.openItems) {
    if (item.accountGroup === '4191') continue;
    for (const document of item.documents) {
      if (item.cents > 0) add(document, draftOf(item, document, 'invoice', options));
      else if (document.kind === 'credit-note' || document.kind === 'adjustment')
        add(document, draftOf(item, unusedPart(document), 'credit-note', options));
      else credits.push(creditOf(item, document, document.openCents, options));
    }
  }
  return {
    rows: [...drafts.values()].map(({ isMadeUp: _isMadeUp, ...row }) => row),
    credits: [...credits, ...advances(ofAdvances, options)].sort((a, b) => a.line - b.line),
    problems: problems.sort((a, b) => a.line - b.line),
  };
};
