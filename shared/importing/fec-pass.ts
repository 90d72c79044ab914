import type { Day } from '../dates/day.ts';
import { type FecAccountKind, fecAccountKinds } from './fec-account.ts';
import { fecDay } from './fec-cells.ts';
import type { FecColumns } from './fec-columns.ts';
import { type FecEntries, fecEntries } from './fec-entries.ts';
import type { FecJournal } from './fec-journal.ts';
import type { FecCustomerLine } from './fec-letters.ts';
import { eachFecLine, type FecLineCells } from './fec-lines.ts';
import { type FecFacts, type FecProblem, type FecProblemKind, fecProblem } from './fec-problem.ts';
import { fecSidesReader } from './fec-sides.ts';

const mostListedProblems = 200;

/** What one walk through the file has found. */
export interface FecPass {
  readonly customerLines: readonly FecCustomerLine[];
  readonly customerNames: ReadonlyMap<string, string>;
  readonly journals: ReadonlyMap<string, FecJournal>;
  readonly entries: FecEntries;
  readonly problems: readonly FecProblem[];
  readonly lineCount: number;
  readonly leftOutLines: number;
  readonly debitCents: number;
  readonly creditCents: number;
  /** Balance of the 411 accounts. */
  readonly controlCents: number;
  /** Balance of the accounts that are set aside, and their numbers. */
  readonly asideCents: number;
  readonly asideAccounts: ReadonlySet<string>;
  readonly oddAccount: { readonly account: string; readonly lines: number } | undefined;
  /** Lines on a collective account, without auxiliary. */
  readonly collective: { readonly account: string; readonly lines: number } | undefined;
  readonly draftLines: number;
  readonly letters: number;
  readonly firstOn: Day | undefined;
  readonly lastOn: Day | undefined;
  readonly years: readonly number[];
}

const isCustomerKind = (kind: FecAccountKind): kind is FecCustomerLine['accountGroup'] =>
  kind === '411' || kind === '413' || kind === '416' || kind === '4191';

/** Walks once through the lines after the header. */
export const fecPass = (text: string, columns: FecColumns, headerLine: number): FecPass => {
  const { index } = columns;
  const at = (field: keyof typeof index): number => index[field] ?? -1;
  const [journalAt, journalNameAt, numberAt, dateAt] = [
    at('journalcode'),
    at('journallib'),
    at('ecriturenum'),
    at('ecrituredate'),
  ];
  const [accountAt, accountNameAt, auxAt, auxNameAt] = [
    at('comptenum'),
    at('comptelib'),
    at('compauxnum'),
    at('compauxlib'),
  ];
  const [pieceAt, pieceDateAt, labelAt, letterAt, validAt] = [
    at('pieceref'),
    at('piecedate'),
    at('ecriturelib'),
    at('ecriturelet'),
    at('validdate'),
  ];
  const amounts = fecSidesReader(columns);
  const accountKind = fecAccountKinds();
  const customerLines: FecCustomerLine[] = [];
  const customerNames = new Map<string, string>();
  const journals = new Map<string, FecJournal>();
  const entries = fecEntries();
  const listed: FecProblem[] = [];
  const asideAccounts = new Set<string>();
  const days = new Map<string, Day | 'empty' | 'bad'>();
  const years = new Set<number>();
  let [lineCount, leftOutLines, debit, credit, control, aside, drafts, letters] = [0, 0, 0, 0, 0, 0, 0, 0];
  let odd: { account: string; lines: number } | undefined;
  let collective: { account: string; lines: number } | undefined;
  let firstOn: Day | undefined;
  let lastOn: Day | undefined;

  const report = (kind: FecProblemKind, line: number, facts: FecFacts): void => {
    if (listed.length < mostListedProblems) listed.push(fecProblem(kind, facts, line));
  };
  const leaveOut = (kind: FecProblemKind, line: number, facts: FecFacts): void => {
    leftOutLines += 1;
    report(kind, line, facts);
  };
  const dayOf = (cell: string): Day | 'empty' | 'bad' => {
    let found = days.get(cell);
    if (found === undefined) {
      found = fecDay(cell);
      // A date field full of anything else must not fill the memory.
      if (days.size < 50_000) days.set(cell, found);
    }
    return found;
  };
  const journalOf = (code: string, cells: FecLineCells): FecJournal => {
    let journal = journals.get(code);
    if (!journal) {
      journal = { code, name: cells.cell(journalNameAt), treasuryLines: 0, salesLines: 0 };
      journals.set(code, journal);
    }
    return journal;
  };

  eachFecLine(text, columns.separator, columns.count, (line, cells) => {
    if (line <= headerLine) return;
    const account = cells.cell(accountAt);
    if (columns.hasHeader && account.length === 9 && account.toLowerCase() === 'comptenum') return;
    lineCount += 1;
    const count = cells.count();
    if (count !== columns.count) {
      const kind = count < columns.count ? 'short-line' : 'long-line';
      leaveOut(kind, line, { count, expected: columns.count });
      return;
    }
    const sides = amounts.read(line, cells);
    if (!sides.ok) {
      leaveOut(sides.failure, line, { value: sides.value });
      return;
    }
    const { debitCents, creditCents } = sides;
    const amount = debitCents - creditCents;
    debit += debitCents;
    credit += creditCents;
    const code = cells.cell(journalAt);
    const journal = journalOf(code, cells);
    const kind = accountKind(account);
    if (kind === 'treasury') journal.treasuryLines += 1;
    else if (kind === 'sales') journal.salesLines += 1;
    const entryNumber = cells.cell(numberAt);
    const entryDate = cells.cell(dateAt);
    const ordinal = entries.add(code, entryNumber, entryDate, amount, line, isCustomerKind(kind));
    const stated = dayOf(entryDate);
    if (stated !== 'empty' && stated !== 'bad') {
      if (firstOn === undefined || stated < firstOn) firstOn = stated;
      if (lastOn === undefined || stated > lastOn) lastOn = stated;
      years.add(Number(stated.slice(0, 4)));
    }
    if (kind === 'odd') {
      if (odd) odd.lines += 1;
      else odd = { account, lines: 1 };
    } else if (kind === 'aside') {
      aside += amount;
      asideAccounts.add(account.slice(0, 4));
    }
    if (!isCustomerKind(kind)) return;
    if (kind === '411') control += amount;
    const pieceCell = cells.cell(pieceDateAt);
    const piece = dayOf(pieceCell);
    const pieceOn = piece === 'empty' || piece === 'bad' ? stated : piece;
    if (pieceOn === 'empty' || pieceOn === 'bad') {
      leaveOut('no-date', line, { value: pieceCell === '' ? entryDate : pieceCell });
      return;
    }
    if (piece === 'bad') report('impossible-date', line, { value: pieceCell });
    const auxiliary = cells.cell(auxAt);
    const customerKey = auxiliary === '' ? account : auxiliary;
    if ((customerNames.get(customerKey) ?? '') === '') {
      const accountName = auxiliary === '' ? cells.cell(accountNameAt) : '';
      customerNames.set(customerKey, cells.cell(auxNameAt) || accountName);
    }
    if (auxiliary === '' && /^4110*$/.test(account)) {
      if (collective) collective.lines += 1;
      else collective = { account, lines: 1 };
    }
    const isDraft = validAt !== -1 && dayOf(cells.cell(validAt)) === 'empty';
    if (isDraft) drafts += 1;
    const letter = cells.cell(letterAt);
    if (letter !== '') letters += 1;
    if (amount === 0) return;
    customerLines.push({
      line,
      accountGroup: kind,
      account,
      auxiliary,
      customerKey,
      pieceRef: cells.cell(pieceAt),
      pieceOn,
      entryOn: stated === 'empty' || stated === 'bad' ? pieceOn : stated,
      journalCode: code,
      journalName: journal.name,
      entryNumber,
      label: cells.cell(labelAt),
      letter,
      debitCents,
      creditCents,
      cents: amount,
      isDraft,
      ordinal,
    });
  });

  const extraDecimals = amounts.extraDecimals();
  const problems = [
    ...listed,
    ...(extraDecimals ? [fecProblem('extra-decimals', extraDecimals, extraDecimals.line)] : []),
  ];
  const unlisted = leftOutLines - listed.filter(({ severity }) => severity === 'error').length;
  if (unlisted > 0) problems.push(fecProblem('more-lines', { count: unlisted }));
  return {
    customerLines,
    customerNames,
    journals,
    entries,
    problems,
    lineCount,
    leftOutLines,
    debitCents: debit,
    creditCents: credit,
    controlCents: control,
    asideCents: aside,
    asideAccounts,
    oddAccount: odd,
    collective,
    draftLines: drafts,
    letters,
    firstOn,
    lastOn,
    years: [...years].sort((a, b) => a - b),
  };
};
