import type { Day } from '../dates/day.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { fecNumber } from './fec-number.ts';
import type { FecClosedDocument, FecDocument, FecOpenItem, FecReading } from './fec-reading.ts';

/** Open items after the opening entries were set against the credits that paid them. */
export interface FecAcrossYears extends Pick<FecReading, 'openItems' | 'closedDocuments'> {
  /** What was set against each other. 0 or more. */
  readonly offsetCents: Cents;
}

interface Part {
  readonly item: FecOpenItem;
  readonly document: FecDocument;
  left: number;
  lastOn: Day | undefined;
}

const partsOf = (items: readonly FecOpenItem[]): readonly Part[] =>
  items.flatMap((item) =>
    item.documents.map((document) => ({
      item,
      document,
      left: document.openCents,
      lastOn: item.lastCreditOn,
    })),
  );

const isBalance = ({ document }: Part): boolean => fecNumber(document).isMadeUp;

const offset = (debit: Part, credit: Part): number => {
  const taken = Math.min(debit.left, credit.left);
  if (taken <= 0) return 0;
  debit.left -= taken;
  credit.left -= taken;
  const on = credit.document.entryOn;
  if (debit.lastOn === undefined || on > debit.lastOn) debit.lastOn = on;
  return taken;
};

/**
 * Sets opening entries against the credits that paid them. Many programs letter a payment with the invoice of
 * the year before, but carry the balance over without letter: in the file of the year the payment then stands
 * in a group without its debit, and the opening entry stays open although it was paid. Such a credit is set
 * against an opening entry of the same account and customer and of exactly its amount, else against opening
 * balances that name no invoice. Credits without letter are left alone: nobody has said what they pay.
 */
export const acrossYears = (reading: Pick<FecReading, 'openItems' | 'closedDocuments'>): FecAcrossYears => {
  const accounts = new Map<string, { readonly debits: Part[]; readonly credits: Part[] }>();
  for (const part of partsOf(reading.openItems)) {
    const { item } = part;
    const isDebit = item.cents > 0 && part.document.isOpening && item.letter === '';
    const isCredit = item.cents < 0 && item.letter !== '';
    if (item.accountGroup !== '411' || (!isDebit && !isCredit)) continue;
    const key = `${item.account}\n${item.customerKey}`;
    const account = accounts.get(key) ?? { debits: [], credits: [] };
    accounts.set(key, account);
    (isDebit ? account.debits : account.credits).push(part);
  }
  const touched = new Map<FecDocument, Part>();
  const amounts: number[] = [];
  const settle = (debit: Part, credit: Part): void => {
    const taken = offset(debit, credit);
    if (taken === 0) return;
    amounts.push(taken);
    touched.set(debit.document, debit);
    touched.set(credit.document, credit);
  };
  for (const { debits, credits } of accounts.values()) {
    for (const credit of credits) {
      const equal = debits.find(({ left }) => left === credit.left);
      if (equal && credit.left > 0) settle(equal, credit);
    }
    for (const debit of debits.filter(isBalance)) for (const credit of credits) settle(debit, credit);
  }
  if (touched.size === 0) return { ...reading, offsetCents: cents(0) };
  const closed: FecClosedDocument[] = [];
  const openItems = reading.openItems.flatMap((item) => {
    if (!item.documents.some((document) => touched.has(document))) return [item];
    const documents = item.documents.flatMap((document) => {
      const left = touched.get(document)?.left ?? document.openCents;
      if (left > 0) return [{ ...document, openCents: cents(left) }];
      if (item.cents > 0)
        closed.push({
          customerKey: item.customerKey,
          pieceRef: document.pieceRef,
          pieceOn: document.pieceOn,
          label: document.label,
          isOpening: document.isOpening,
          totalCents: document.totalCents,
          settledOn: touched.get(document)?.lastOn ?? item.entryOn,
          line: document.line,
        });
      return [];
    });
    if (documents.length === 0) return [];
    const open = sumCents(documents.map(({ openCents }) => openCents));
    const lastCreditOn = item.documents
      .map((document) => touched.get(document)?.lastOn)
      .reduce(
        (latest, on) => (on !== undefined && (latest === undefined || on > latest) ? on : latest),
        item.lastCreditOn,
      );
    return [
      {
        ...item,
        cents: cents(Math.sign(item.cents) * open),
        documents,
        ...(lastCreditOn !== undefined && { lastCreditOn }),
      },
    ];
  });
  return {
    openItems,
    closedDocuments: [...reading.closedDocuments, ...closed],
    offsetCents: sumCents(amounts),
  };
};
