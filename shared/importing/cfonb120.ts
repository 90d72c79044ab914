import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import {
  type BankPlace,
  balanceAmountProblem,
  balanceProblems,
  bankError,
  bankWarning,
  cutOffProblem,
  hopelessAfter,
  hopelessProblem,
  otherDayProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem, BankReading, BankStatement, BankStatementLine } from './bank-reading.ts';
import { dayOfFrenchDigits } from './bank-values.ts';
import { cfonbAmount } from './cfonb120-amount.ts';
import { cfonbMovement, decimalsOf } from './cfonb120-movement.ts';
import { accountZones, type CfonbRecord, cfonbRecords, rawZone, zone } from './cfonb120-record.ts';

const nbsp = '\u00a0';

interface Balance {
  readonly cents?: Cents;
  readonly on?: Day;
}

/** A statement whose 07 has not come yet. */
interface OpenStatement {
  readonly head: CfonbRecord;
  readonly opening: Balance;
  readonly lines: BankStatementLine[];
  readonly currency: string;
}

/** Reads one file; a class-less machine with one state: the statement that is open. */
const reader = () => {
  const statements: BankStatement[] = [];
  const problems: BankProblem[] = [];
  let open: OpenStatement | undefined;
  let movement: { readonly record: CfonbRecord; readonly details: CfonbRecord[] } | undefined;
  /** The 04 before was left out: its 05 records go with it, without a word of their own. */
  let dropsDetails = false;

  const place = (record: CfonbRecord): BankPlace => ({
    line: record.line,
    ...(open !== undefined && { statement: statements.length }),
  });

  const balanceOf = (record: CfonbRecord, what: string): Balance => {
    const here = { line: record.line, statement: statements.length };
    const field = rawZone(record, 91, 104);
    const amount = cfonbAmount(field, decimalsOf(record));
    if (!amount.ok) {
      if (record.isShort) problems.push(cutOffProblem(here));
      else problems.push(balanceAmountProblem(what, field, here));
    }
    const dayText = zone(record, 35, 40);
    const on = dayOfFrenchDigits(dayText);
    if (on === undefined && !/^0*$/.test(dayText))
      problems.push(otherDayProblem('La date du solde', dayText, here));
    return { ...(amount.ok && { cents: amount.value }), ...(on !== undefined && { on }) };
  };

  const endMovement = (): void => {
    if (movement === undefined || open === undefined) return;
    const read = cfonbMovement(movement.record, movement.details, statements.length);
    if (read.ok) {
      open.lines.push(read.value.line);
      problems.push(...read.value.problems);
    } else problems.push(read.error.problem);
    movement = undefined;
  };

  const endStatement = (closing: Balance): void => {
    endMovement();
    if (open === undefined) return;
    const { bank, branch, number } = accountZones(open.head);
    const statement: BankStatement = {
      format: 'cfonb120',
      account: `${bank}${branch}${number}`.replace(/\s+/g, ''),
      currency: open.currency,
      ...(open.opening.cents !== undefined && { openingCents: open.opening.cents }),
      ...(closing.cents !== undefined && { closingCents: closing.cents }),
      ...(open.opening.on !== undefined && { openingOn: open.opening.on }),
      ...(closing.on !== undefined && { closingOn: closing.on }),
      lines: open.lines,
    };
    problems.push(...balanceProblems(statement, statements.length));
    statements.push(statement);
    open = undefined;
  };

  const start = (record: CfonbRecord): void => {
    if (open !== undefined) {
      problems.push(
        bankError(
          'broken-sequence',
          `Un nouveau relevé commence alors que le solde final du précédent manque${nbsp}: des mouvements manquent peut-être. Téléchargez le fichier une nouvelle fois.`,
          place(record),
        ),
      );
      endStatement({});
    }
    const opening = balanceOf(record, 'Le solde initial');
    open = { head: record, opening, lines: [], currency: accountZones(record).currency || 'EUR' };
    dropsDetails = false;
  };

  /** Why a record cannot belong to the open statement. */
  const foreignTo = (head: CfonbRecord, record: CfonbRecord): string | undefined => {
    const [own, other] = [accountZones(head), accountZones(record)];
    if (own.number !== other.number)
      return `le compte ${quotedFrench(other.number)} alors que le relevé est celui du compte ${quotedFrench(own.number)}`;
    if (own.currency !== '' && other.currency !== '' && own.currency !== other.currency)
      return `la devise ${quotedFrench(other.currency)} alors que le relevé est en ${own.currency}`;
    return undefined;
  };

  const addMovement = (record: CfonbRecord): void => {
    endMovement();
    dropsDetails = true;
    if (open === undefined) {
      problems.push(
        bankError(
          'broken-sequence',
          'Un mouvement se trouve hors de tout relevé, sans solde initial avant lui. Il n’est pas importé.',
          { line: record.line },
        ),
      );
      return;
    }
    const reason = foreignTo(open.head, record);
    if (reason !== undefined) {
      problems.push(
        bankError('broken-sequence', `Un mouvement porte ${reason}. Il n’est pas importé.`, place(record)),
      );
      return;
    }
    if (record.isShort) {
      problems.push(cutOffProblem(place(record)));
      return;
    }
    movement = { record, details: [] };
    dropsDetails = false;
  };

  const addDetail = (record: CfonbRecord): void => {
    if (movement !== undefined) movement.details.push(record);
    else if (!dropsDetails) {
      problems.push(
        bankError(
          'broken-sequence',
          'Un complément de libellé ne suit aucun mouvement. Il est ignoré.',
          place(record),
        ),
      );
    }
  };

  const close = (record: CfonbRecord): void => {
    endMovement();
    if (open === undefined) {
      problems.push(
        bankError(
          'broken-sequence',
          'Un solde final se trouve hors de tout relevé, sans solde initial avant lui. Il est ignoré.',
          { line: record.line },
        ),
      );
      return;
    }
    const reason = foreignTo(open.head, record);
    if (reason !== undefined) {
      problems.push(
        bankError('broken-sequence', `Le solde final porte ${reason}. Il n’est pas retenu.`, place(record)),
      );
      endStatement({});
      return;
    }
    const [own, other] = [accountZones(open.head), accountZones(record)];
    // Seen in the field: the bank code of the 07 differs from that of its 01. Account and balances are right.
    if (own.bank !== other.bank || own.branch !== other.branch) {
      problems.push(
        bankWarning(
          'broken-sequence',
          `Le solde final nomme la banque et le guichet ${other.bank}${nbsp}${other.branch}, le solde initial ${own.bank}${nbsp}${own.branch}. Le numéro de compte est le même${nbsp}: le relevé est retenu.`,
          place(record),
        ),
      );
    }
    endStatement(balanceOf(record, 'Le solde final'));
    dropsDetails = false;
  };

  return {
    add: (record: CfonbRecord): void => {
      switch (record.code) {
        case '01':
          start(record);
          break;
        case '04':
          addMovement(record);
          break;
        case '05':
          addDetail(record);
          break;
        case '07':
          close(record);
          break;
        default:
          problems.push(
            bankError(
              'unreadable-line',
              `L’enregistrement ${quotedFrench(record.text)} n’est pas d’un type connu (01, 04, 05 ou 07). Il est ignoré.`,
              place(record),
            ),
          );
      }
    },
    isHopeless: () => problems.length > hopelessAfter,
    end: (lastLine: number): BankReading => {
      if (problems.length > hopelessAfter) problems.push(hopelessProblem(lastLine));
      if (open !== undefined) {
        problems.push(cutOffProblem({ line: lastLine, statement: statements.length }));
        endStatement({});
      }
      return { statements, problems };
    },
  };
};

/**
 * Reads a CFONB 120 file (law-and-formats 6.4): records 01 (opening balance), 04 (movement), 05 (its details) and
 * 07 (closing balance), any number of accounts and days. Every statement is checked: opening balance + movements
 * = closing balance.
 * @param text the decoded file.
 */
export const readCfonb120 = (text: string): BankReading => {
  const records = cfonbRecords(text);
  const machine = reader();
  for (const record of records) {
    if (machine.isHopeless()) return machine.end(record.line);
    machine.add(record);
  }
  return machine.end(records.at(-1)?.line ?? 1);
};
