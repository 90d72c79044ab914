import {
  accountMissingProblem,
  balanceAmountProblem,
  balanceProblems,
  bankWarning,
  cutOffProblem,
  detachProblems,
  hopelessAfter,
  hopelessProblem,
  noStatement,
  otherDayProblem,
  pendingProblem,
} from './bank-problem.ts';
import type { BankProblem, BankReading, BankStatement, BankStatementLine } from './bank-reading.ts';
import { dayOfOfxDate } from './bank-values.ts';
import { type OfxEvent, readOfxMarkup } from './ofx-markup.ts';
import { noOfxStatement } from './ofx-refusal.ts';
import { ofxAccount, ofxAmount, ofxMovement } from './ofx-statement.ts';

const nbsp = '\u00a0';
/** Aggregates inside one another; the deepest of the standard is about ten. */
const deepest = 64;

const statementNames = new Set(['STMTRS', 'CCSTMTRS']);
/** Aggregates whose values are gathered; STMTTRNP is a movement that is not booked yet. */
const gathered = new Set(['BANKACCTFROM', 'CCACCTFROM', 'LEDGERBAL', 'STMTTRN', 'STMTTRNP', 'BANKTRANLIST']);
/** Aggregates inside a movement. Everything else there without a value is an empty element that SGML never closes. */
const inner = new Set([
  'PAYEE',
  'EXTDPAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'CURRENCY',
  'ORIGCURRENCY',
  'IMAGEDATA',
]);

interface Values {
  readonly line: number;
  readonly values: Map<string, string>;
}

interface OpenStatement {
  readonly line: number;
  currency: string | undefined;
  account: string;
  balance: Values | undefined;
  readonly period: Map<string, string>;
  readonly lines: BankStatementLine[];
  pending: number;
  /** How many problems there were before it. */
  readonly problemsBefore: number;
}

const reader = () => {
  const statements: BankStatement[] = [];
  const problems: BankProblem[] = [];
  const path: string[] = [];
  const seen = new Set<string>();
  let open: OpenStatement | undefined;
  /** The gathered aggregate that is open, and how deep it lies. */
  let group: (Values & { readonly name: string; readonly depth: number }) | undefined;
  let refusal: string | undefined;
  let isTooDeep = false;
  let lastLine = 1;

  const endGroup = (): void => {
    if (!group || !open) {
      group = undefined;
      return;
    }
    const { name: groupName, values, line } = group;
    group = undefined;
    switch (groupName) {
      case 'BANKACCTFROM':
      case 'CCACCTFROM':
        if (open.account === '') open.account = ofxAccount(values);
        break;
      case 'LEDGERBAL':
        open.balance ??= { line, values };
        break;
      case 'STMTTRNP':
        open.pending += 1;
        break;
      case 'BANKTRANLIST':
        // Some programs write one list for each movement.
        for (const [name, value] of values)
          if (name === 'DTEND' || !open.period.has(name)) open.period.set(name, value);
        break;
      case 'STMTTRN': {
        const read = ofxMovement(values, { line, statement: statements.length, currency: open.currency });
        if (read.ok) open.lines.push(read.value);
        else problems.push(read.error.problem);
        break;
      }
    }
  };

  const closingOf = ({
    balance,
    period,
  }: OpenStatement): Pick<BankStatement, 'closingCents' | 'closingOn'> => {
    const periodEnd = dayOfOfxDate(period.get('DTEND') ?? '');
    if (!balance) return periodEnd === undefined ? {} : { closingOn: periodEnd };
    const place = { line: balance.line, statement: statements.length };
    const amountText = balance.values.get('BALAMT') ?? '';
    const amount = ofxAmount(amountText);
    if (!amount.ok) problems.push(balanceAmountProblem('Le solde final', amountText, place));
    const dayText = balance.values.get('DTASOF') ?? '';
    const on = dayOfOfxDate(dayText);
    if (on === undefined && dayText !== '')
      problems.push(otherDayProblem('La date du solde', dayText, place));
    const closingOn = on ?? periodEnd;
    return {
      ...(amount.ok && { closingCents: amount.value }),
      ...(closingOn !== undefined && { closingOn }),
    };
  };

  const endStatement = (): void => {
    endGroup();
    if (!open) return;
    const { account, lines, line, pending } = open;
    const place = { line, statement: statements.length };
    if (account === '') {
      detachProblems(problems, open.problemsBefore);
      problems.push(accountMissingProblem({ line }));
      open = undefined;
      return;
    }
    if (open.currency === undefined)
      problems.push(bankWarning('damaged', 'Le relevé ne dit pas sa devise, il est lu en euros.', place));
    const openingOn = dayOfOfxDate(open.period.get('DTSTART') ?? '');
    const statement: BankStatement = {
      format: 'ofx',
      account,
      currency: open.currency ?? 'EUR',
      ...(openingOn !== undefined && { openingOn }),
      ...closingOf(open),
      lines,
    };
    if (pending > 0) problems.push(pendingProblem(pending, statements.length));
    problems.push(...balanceProblems(statement, statements.length));
    statements.push(statement);
    open = undefined;
  };

  /** Whether a gathered aggregate may start here: not inside another one, but inside the list of movements. */
  const mayStart = (name: string): boolean =>
    group === undefined ||
    group.name === 'BANKTRANLIST' ||
    // The movement before was never closed.
    (name.startsWith('STMTTRN') && group.name.startsWith('STMTTRN'));

  const onOpen = (name: string, line: number): void => {
    seen.add(name);
    const startsGroup = open !== undefined && gathered.has(name) && mayStart(name);
    if (group !== undefined && !startsGroup && !inner.has(name) && !statementNames.has(name)) return;
    path.push(name);
    if (path.length > deepest) isTooDeep = true;
    if (statementNames.has(name)) {
      endStatement();
      open = {
        line,
        currency: undefined,
        account: '',
        balance: undefined,
        period: new Map(),
        lines: [],
        pending: 0,
        problemsBefore: problems.length,
      };
    } else if (startsGroup) {
      endGroup();
      group = { name, line, values: new Map(), depth: path.length };
    }
  };

  const onValue = (name: string, value: string): void => {
    if (group) {
      const last = path.at(-1) ?? '';
      const key = path.length > group.depth && inner.has(last) ? `${last}.${name}` : name;
      if (!group.values.has(key)) group.values.set(key, value);
    } else if (name === 'CURDEF' && open) open.currency ??= value.toUpperCase().slice(0, 3);
    else if (name === 'SEVERITY' && value.toUpperCase() === 'ERROR') refusal ??= '';
    else if (name === 'MESSAGE' && refusal === '') refusal = value;
  };

  const onClose = (name: string): void => {
    const at = path.lastIndexOf(name);
    if (at === -1) return;
    if (group && at < group.depth) endGroup();
    for (const closed of path.slice(at)) if (statementNames.has(closed)) endStatement();
    path.length = at;
  };

  return {
    on: (event: OfxEvent): void => {
      lastLine = event.line;
      if (isTooDeep || problems.length > hopelessAfter) return;
      if (event.kind === 'open') onOpen(event.name, event.line);
      else if (event.kind === 'value') onValue(event.name, event.value);
      else onClose(event.name);
    },
    end: (): BankReading => {
      if (problems.length > hopelessAfter) problems.push(hopelessProblem(lastLine));
      const isCutOff = isTooDeep || path.length > 0;
      if (open) endStatement();
      if (isCutOff) problems.push(cutOffProblem({ line: lastLine }));
      if (statements.length > 0 || problems.length > 0) return { statements, problems };
      return noOfxStatement(seen, refusal);
    },
  };
};

/**
 * Reads an OFX file, 1.x (SGML) or 2.x (XML) (law-and-formats 6.4): each STMTRS or CCSTMTRS is a statement; LEDGERBAL
 * is its closing balance. OFX has no opening balance: nothing is computed in its place.
 * @param text the decoded file.
 */
export const readOfx = (text: string): BankReading => {
  const start = text.search(/<OFX[\s>]/i);
  if (start === -1) {
    return noStatement(
      'cut-off',
      'Ce fichier OFX s’arrête avant le relevé. Téléchargez-le une nouvelle fois auprès de votre banque.',
    );
  }
  const head = text.slice(0, start);
  const machine = reader();
  const lineOffset = head.split('\n').length - 1;
  const isWhole =
    !/<!DOCTYPE/i.test(head) &&
    readOfxMarkup(text.slice(start), (event) => machine.on({ ...event, line: event.line + lineOffset }));
  if (!isWhole) {
    return noStatement(
      'damaged',
      `Ce fichier contient une déclaration «${nbsp}DOCTYPE${nbsp}», interdite dans un relevé. Il n’a pas été lu, par sécurité.`,
    );
  }
  return machine.end();
};
