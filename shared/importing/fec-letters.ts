import type { Day } from '../dates/day.ts';
import { cents } from '../money/cents.ts';
import { type FecJournalKind, fecItemKind } from './fec-journal.ts';
import type { FecAccountGroup, FecClosedDocument, FecDocument, FecOpenItem } from './fec-reading.ts';

/** A line of a customer account. */
export interface FecCustomerLine {
  readonly line: number;
  readonly accountGroup: FecAccountGroup;
  readonly account: string;
  readonly auxiliary: string;
  readonly customerKey: string;
  readonly pieceRef: string;
  readonly pieceOn: Day;
  readonly entryOn: Day;
  readonly journalCode: string;
  readonly journalName: string;
  readonly entryNumber: string;
  readonly label: string;
  readonly letter: string;
  readonly debitCents: number;
  readonly creditCents: number;
  /** Debit − credit, whole cents; never 0. */
  readonly cents: number;
  readonly isDraft: boolean;
  /** Which customer line of its entry it is, from 1. */
  readonly ordinal: number;
}

/** What the file knows beside the lines. */
export interface FecLineContext {
  readonly journalKind: (journalCode: string) => FecJournalKind;
  readonly customerName: (customerKey: string) => string;
  /** Begins the identity of every item: company and year. */
  readonly identityPrefix: string;
}

const oldestFirst = (a: FecCustomerLine, b: FecCustomerLine): number =>
  a.pieceOn < b.pieceOn ? -1 : a.pieceOn > b.pieceOn ? 1 : a.line - b.line;

const isOpeningLine = (line: FecCustomerLine, context: FecLineContext): boolean =>
  context.journalKind(line.journalCode) === 'opening';

const kindOf = (line: FecCustomerLine, isDebit: boolean, context: FecLineContext) =>
  fecItemKind(line.accountGroup, isDebit, context.journalKind(line.journalCode), line.pieceRef, line.label);

const documentOf = (line: FecCustomerLine, openCents: number, context: FecLineContext): FecDocument => ({
  line: line.line,
  pieceRef: line.pieceRef,
  pieceOn: line.pieceOn,
  entryOn: line.entryOn,
  journalCode: line.journalCode,
  label: line.label,
  kind: kindOf(line, line.cents > 0, context),
  isOpening: isOpeningLine(line, context),
  totalCents: cents(Math.abs(line.cents)),
  openCents: cents(openCents),
});

/** The same in every export of the year; an entry without number is known by its day. */
const identityOf = (line: FecCustomerLine, { identityPrefix }: FecLineContext): string => {
  const entry = line.entryNumber === '' ? line.entryOn : line.entryNumber;
  return `${identityPrefix}|${line.journalCode}|${entry}|${line.ordinal}|${line.customerKey}|${line.cents}`;
};

const itemOf = (
  line: FecCustomerLine,
  amount: number,
  documents: readonly FecDocument[],
  context: FecLineContext,
  lastCreditOn?: Day,
): FecOpenItem => {
  return {
    accountGroup: line.accountGroup,
    account: line.account,
    customerKey: line.customerKey,
    customerName: context.customerName(line.customerKey),
    pieceRef: line.pieceRef,
    pieceOn: line.pieceOn,
    entryOn: line.entryOn,
    journalCode: line.journalCode,
    journalName: line.journalName,
    entryNumber: line.entryNumber,
    label: line.label,
    cents: cents(amount),
    kind: kindOf(line, amount > 0, context),
    letter: line.letter,
    isOpening: isOpeningLine(line, context),
    isDraft: line.isDraft,
    line: line.line,
    identity: identityOf(line, context),
    documents,
    ...(lastCreditOn !== undefined && { lastCreditOn }),
  };
};

/** What is left of the debits of a group after its credits took them off, the oldest first (C. civ. 1342-10). */
const resolveGroup = (
  lines: readonly FecCustomerLine[],
  context: FecLineContext,
): { readonly item?: FecOpenItem; readonly closed: readonly FecClosedDocument[] } => {
  const debits = lines.filter((line) => line.cents > 0).sort(oldestFirst);
  const credits = lines.filter((line) => line.cents < 0).sort(oldestFirst);
  const lastCredit = credits.at(-1);
  const lastCreditOn = credits.reduce<Day | undefined>(
    (latest, { entryOn }) => (latest === undefined || entryOn > latest ? entryOn : latest),
    undefined,
  );
  let left = -credits.reduce((sum, line) => sum + line.cents, 0);
  const documents: FecDocument[] = [];
  const closed: FecClosedDocument[] = [];
  let firstOpen: FecCustomerLine | undefined;
  for (const debit of debits) {
    const taken = Math.min(left, debit.cents);
    left -= taken;
    if (taken < debit.cents) {
      firstOpen ??= debit;
      documents.push(documentOf(debit, debit.cents - taken, context));
    } else {
      closed.push({
        customerKey: debit.customerKey,
        pieceRef: debit.pieceRef,
        pieceOn: debit.pieceOn,
        label: debit.label,
        isOpening: isOpeningLine(debit, context),
        totalCents: cents(debit.cents),
        settledOn: lastCreditOn ?? debit.entryOn,
        line: debit.line,
      });
    }
  }
  const residual = lines.reduce((sum, line) => sum + line.cents, 0);
  if (residual < 0) {
    // The debits used the oldest credits up.
    let used = debits.reduce((sum, line) => sum + line.cents, 0);
    for (const credit of credits) {
      const taken = Math.min(used, -credit.cents);
      used -= taken;
      if (taken < -credit.cents) documents.push(documentOf(credit, -credit.cents - taken, context));
    }
  }
  const bearer = residual > 0 ? firstOpen : lastCredit;
  if (residual === 0 || !bearer) return { closed };
  return { item: itemOf(bearer, residual, documents, context, lastCreditOn), closed };
};

/**
 * Open items of customer lines: those without letter as they are, and what is left of each group of one
 * letter. A letter is used again for every account and customer, so that a group is account, customer and
 * letter together. The items of a group of accounts always come to the balance of its lines.
 */
export const openFecItems = (
  lines: readonly FecCustomerLine[],
  context: FecLineContext,
): { readonly openItems: readonly FecOpenItem[]; readonly closed: readonly FecClosedDocument[] } => {
  const groups = new Map<string, FecCustomerLine[]>();
  const openItems: FecOpenItem[] = [];
  const closed: FecClosedDocument[] = [];
  for (const line of lines) {
    if (line.letter === '') {
      openItems.push(itemOf(line, line.cents, [documentOf(line, Math.abs(line.cents), context)], context));
      continue;
    }
    const key = `${line.account}\n${line.auxiliary}\n${line.letter}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  for (const group of groups.values()) {
    const resolved = resolveGroup(group, context);
    if (resolved.item) openItems.push(resolved.item);
    for (const document of resolved.closed) closed.push(document);
  }
  return { openItems: openItems.sort((a, b) => a.line - b.line), closed };
};
