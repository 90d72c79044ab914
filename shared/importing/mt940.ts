import {
  accountMissingProblem,
  balanceProblems,
  bankError,
  cutOffProblem,
  detachProblems,
  hopelessAfter,
  hopelessProblem,
  pendingProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem, BankReading, BankStatement, BankStatementLine } from './bank-reading.ts';
import { type SwiftBalance, swiftBalance, swiftBalanceCurrency } from './mt940-balance.ts';
import { type SwiftField, swiftFields } from './mt940-fields.ts';
import { mostInformationLines } from './mt940-information.ts';
import { swiftAccount, swiftLine } from './mt940-line.ts';
import { type SwiftMovement, swiftMovement } from './mt940-movement.ts';

/** A statement as far as it was read. */
interface OpenStatement {
  account: string | undefined;
  opening?: SwiftBalance;
  closing?: SwiftBalance;
  readonly lines: BankStatementLine[];
  pending: number;
  /** How many problems there were before it. */
  readonly problemsBefore: number;
  /** Of other balances (:64:, :65:), where :60: and :62: are missing. */
  otherCurrency?: string;
}

/** Adds lines of text one by one, as many as are looked at: a broken file may have a million of them. */
const addText = (into: string[] | undefined, lines: readonly string[]): void => {
  for (const line of lines) if (into && into.length < mostInformationLines) into.push(line);
};

/** Reads the fields of one file; its state is the statement and the movement that are open. */
const reader = () => {
  const statements: BankStatement[] = [];
  const problems: BankProblem[] = [];
  let open: OpenStatement | undefined;
  let movement: { read: SwiftMovement; line: number; information: string[]; extra: string[] } | undefined;

  const place = (line: number) => ({ line, ...(open !== undefined && { statement: statements.length }) });

  const endMovement = (): void => {
    if (movement && open) {
      if (movement.read.isExpected) open.pending += 1;
      else open.lines.push(swiftLine(movement.read, movement.information, movement.extra, movement.line));
    }
    movement = undefined;
  };

  const endStatement = (lastLine: number): void => {
    endMovement();
    if (open === undefined) return;
    const { account, opening, closing, lines, pending } = open;
    const currency = opening?.currency ?? closing?.currency ?? open.otherCurrency;
    if (account === undefined || currency === undefined) {
      detachProblems(problems, open.problemsBefore);
      const place = { line: lastLine };
      problems.push(account === undefined ? accountMissingProblem(place) : cutOffProblem(place));
      open = undefined;
      return;
    }
    const statement: BankStatement = {
      format: 'mt940',
      account,
      currency,
      ...(opening && { openingCents: opening.cents }),
      ...(closing && { closingCents: closing.cents }),
      ...(closing && closing.currency !== currency && { closingCurrency: closing.currency }),
      ...(opening?.on && { openingOn: opening.on }),
      ...(closing?.on && { closingOn: closing.on }),
      lines,
    };
    if (closing === undefined) problems.push(cutOffProblem(place(lastLine)));
    if (pending > 0) problems.push(pendingProblem(pending, statements.length));
    problems.push(...balanceProblems(statement, statements.length));
    statements.push(statement);
    open = undefined;
  };

  const balanceOf = (field: SwiftField, what: string): SwiftBalance | undefined => {
    const { balance, problems: found } = swiftBalance(field, what, place(field.line));
    problems.push(...found);
    return balance;
  };

  const fresh = (account: string | undefined): OpenStatement => ({
    account,
    lines: [],
    pending: 0,
    problemsBefore: problems.length,
  });

  const setAccount = (field: SwiftField): void => {
    const value = field.lines.join('');
    if (open === undefined || open.closing !== undefined) {
      endStatement(field.line);
      open = fresh(swiftAccount(value));
    } else if (open.account === undefined) open.account = swiftAccount(value);
    else {
      endMovement();
      problems.push(
        bankError(
          'broken-sequence',
          `Un second numéro de compte (${quotedFrench(value)}) se trouve au milieu du relevé. Il est ignoré.`,
          place(field.line),
        ),
      );
    }
  };

  const setOpening = (field: SwiftField): void => {
    endMovement();
    if (open === undefined || open.opening !== undefined || open.lines.length > 0) {
      const account = open?.account;
      endStatement(field.line);
      open = fresh(account);
    }
    const balance = balanceOf(field, 'Le solde initial');
    if (balance) open.opening = balance;
  };

  const addMovement = (field: SwiftField): void => {
    endMovement();
    if (open === undefined) {
      problems.push(
        bankError(
          'broken-sequence',
          'Un mouvement se trouve hors de tout relevé, sans compte ni solde avant lui. Il n’est pas importé.',
          place(field.line),
        ),
      );
      return;
    }
    if (open.closing !== undefined) {
      problems.push(
        bankError(
          'broken-sequence',
          'Un mouvement suit le solde final. Il est rattaché au relevé qui le précède, qui ne peut pas tomber juste.',
          place(field.line),
        ),
      );
    }
    const read = swiftMovement(field, statements.length);
    if (!read.ok) problems.push(read.error.problem);
    else {
      problems.push(...read.value.problems);
      movement = { read: read.value, line: field.line, information: [], extra: [] };
    }
  };

  return {
    add: (field: SwiftField): void => {
      switch (field.tag) {
        case '20':
          endStatement(field.line);
          open = fresh(undefined);
          break;
        case '25':
          setAccount(field);
          break;
        case '60F':
        case '60M':
          setOpening(field);
          break;
        case '61':
          addMovement(field);
          break;
        case '86':
          addText(movement?.information, field.lines);
          break;
        case 'NS':
          addText(movement?.extra, field.lines);
          break;
        case '62F':
        case '62M':
          endMovement();
          if (open) {
            const balance = balanceOf(field, 'Le solde final');
            if (balance) open.closing = balance;
          } else {
            problems.push(
              bankError(
                'broken-sequence',
                'Un solde final se trouve hors de tout relevé, sans compte ni solde avant lui. Il est ignoré.',
                place(field.line),
              ),
            );
          }
          break;
        case '64':
        case '65': {
          endMovement();
          const currency = swiftBalanceCurrency(field);
          if (open && currency !== undefined) open.otherCurrency = currency;
          break;
        }
        case 'end':
          endMovement();
          break;
        default:
          // :13D:, :21:, :28C:, :90D:… say nothing that is needed here.
          break;
      }
    },
    isHopeless: () => problems.length > hopelessAfter,
    end: (lastLine: number): BankReading => {
      if (problems.length > hopelessAfter) problems.push(hopelessProblem(lastLine));
      endStatement(lastLine);
      if (statements.length === 0 && problems.length === 0) problems.push(cutOffProblem({ line: lastLine }));
      return { statements, problems };
    },
  };
};

/**
 * Reads the MT940 messages of a file (SWIFT Customer Statement Message, law-and-formats 6.4): :20: starts a
 * statement, :25: account, :60F:/:60M: opening balance, :61: movement with its :86:, :62F:/:62M: closing balance.
 * Every statement is checked: opening balance + movements = closing balance.
 * @param text the decoded file.
 */
export const readMt940 = (text: string): BankReading => {
  const fields = swiftFields(text);
  const machine = reader();
  for (const field of fields) {
    if (machine.isHopeless()) return machine.end(field.line);
    machine.add(field);
  }
  return machine.end(fields.at(-1)?.line ?? 1);
};
