import { isIban } from '../identifiers/iban.ts';
import type { Cents } from '../money/cents.ts';
import { parseAmount } from '../money/parse-amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { amountProblem, bankError, bookingDayProblem, quotedFrench } from './bank-problem.ts';
import type { BankProblem, BankStatementLine } from './bank-reading.ts';
import { type BankAmountError, dayOfOfxDate } from './bank-values.ts';
import { givenReference } from './given-reference.ts';

/** The values of one aggregate (STMTTRN, BANKACCTFROM…) by name, the first of each; nested ones as « PAYEE.NAME ». */
export type OfxValues = ReadonlyMap<string, string>;

/** What identifies an account: the IBAN where ACCTID holds one, else bank, branch and number. */
export const ofxAccount = (values: OfxValues): string => {
  const bare = (name: string): string => (values.get(name) ?? '').replace(/\s+/gu, '');
  const number = bare('ACCTID');
  return isIban(number) || number === '' ? number : `${bare('BANKID')}${bare('BRANCHID')}${number}`;
};

/**
 * An OFX amount: signed, comma or point before the decimals (OFX 1.6 § 3.2.9.2). Blanks and a second separator
 * before it, which some French banks write between thousands, are understood; one separator is always the decimal one.
 */
export const ofxAmount = (text: string): Result<Cents, BankAmountError> => {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ kind: 'no-amount' });
  const decimal = trimmed.lastIndexOf(',') > trimmed.lastIndexOf('.') ? ',' : '.';
  const read = parseAmount(trimmed, { decimal });
  if (read.ok) return ok(read.value);
  return fail({ kind: read.error.kind === 'too-precise' ? 'too-precise-amount' : 'not-an-amount' });
};

/** NAME holds a name, or the bank's word for the operation. */
const operationWord =
  /^(?:VIR|VIRT|VIREMENTS?|PRLV|PREL|PRELEVEMENTS?|CB|CARTE|PAIEMENT|ACHAT|CHEQUES?|CHQ|REMISES?|REM|FRAIS|COTIS\w*|COMM\w*|RETRAIT|DAB|VERST?|VERSEMENT|AVOIR|ECHEANCE|ECH|PRET|INTERETS?|AGIOS|REJET|IMPAYE|ANNUL\w*|EXTOURNE|FACTURE|REMBOURSEMENT|REMBT|F)\b/i;

/**
 * A movement of its STMTTRN.
 * @returns the movement, or why it is left out (amount, day, another currency than the account's).
 */
export const ofxMovement = (
  values: OfxValues,
  context: { readonly line: number; readonly statement: number; readonly currency: string | undefined },
): Result<BankStatementLine, { readonly kind: 'left-out'; readonly problem: BankProblem }> => {
  const place = { line: context.line, statement: context.statement };
  const leave = (problem: BankProblem) => fail({ kind: 'left-out', problem } as const);
  const amountText = values.get('TRNAMT') ?? '';
  const amount = ofxAmount(amountText);
  if (!amount.ok) return leave(amountProblem(amount.error.kind, amountText, place));
  const postedText = values.get('DTPOSTED');
  const bookedOn = dayOfOfxDate(postedText ?? '');
  if (bookedOn === undefined) return leave(bookingDayProblem(postedText, place));
  // CURRENCY says that TRNAMT itself is in another currency; ORIGCURRENCY only where it came from.
  const currency = values.get('CURRENCY.CURSYM')?.toUpperCase();
  if (currency !== undefined && context.currency !== undefined && currency !== context.currency) {
    return leave(
      bankError(
        'unreadable-line',
        `Le mouvement de ${quotedFrench(`${amountText} ${currency}`)} n’est pas dans la devise du compte (${context.currency}). Il n’est pas importé.`,
        place,
      ),
    );
  }
  const valueOn = dayOfOfxDate(values.get('DTAVAIL') ?? '');
  const name = values.get('NAME') ?? values.get('PAYEE.NAME') ?? '';
  // Some banks fill an empty MEMO with a full stop.
  const memo = (values.get('MEMO') ?? '').replace(/^\.$/, '');
  const chequeNumber = givenReference(values.get('CHECKNUM'));
  const words = [name, ...(memo !== '' && memo !== name ? [memo] : [])].filter((part) => part !== '');
  const label =
    words.length === 0 && chequeNumber !== undefined ? `Chèque n°\u00a0${chequeNumber}` : words.join('\n');
  const payee = values.get('PAYEE.NAME') ?? (operationWord.test(name) ? undefined : name);
  const counterpartyAccount = (values.get('BANKACCTTO.ACCTID') ?? '').replace(/\s+/gu, '').toUpperCase();
  const reference = givenReference(values.get('REFNUM'));
  const bankId = values.get('FITID');
  const bankCode = values.get('TRNTYPE');
  return ok({
    bookedOn,
    ...(valueOn !== undefined && { valueOn }),
    amountCents: amount.value,
    label,
    ...(payee !== undefined && payee !== '' && { counterparty: payee }),
    ...(isIban(counterpartyAccount) && { counterpartyIban: counterpartyAccount }),
    ...(reference !== undefined && { reference }),
    ...(bankId !== undefined && { bankId }),
    ...(bankCode !== undefined && { bankCode }),
    fileLine: context.line,
  });
};
