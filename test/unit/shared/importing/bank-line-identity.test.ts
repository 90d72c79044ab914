import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { bankFileIdentities, bankLineIdentities } from '../../../../shared/importing/bank-line-identity.ts';
import type { BankStatementLine } from '../../../../shared/importing/bank-reading.ts';
import { cents } from '../../../../shared/money/cents.ts';

const line = (on: string, amountCents: number, label: string, more: Partial<BankStatementLine> = {}) => ({
  bookedOn: day(on),
  amountCents: cents(amountCents),
  label,
  ...more,
});
const account = 'FR1420041010050500013M02606';
const identitiesOf = (...lines: readonly BankStatementLine[]) => bankLineIdentities(account, lines);

/** How many movements a ledger holds after these files. */
const countAfter = (...files: readonly (readonly BankStatementLine[])[]): number =>
  new Set(files.flatMap((lines) => identitiesOf(...lines))).size;

const martin = line('2026-11-19', 151_240, 'VIR SEPA RECU MARTIN');
const coffee = line('2026-11-20', -250, 'CB BOULANGERIE');
const durand = line('2026-11-21', 5_000, 'VIR SEPA RECU DURAND');

describe('the identity of a movement', () => {
  it('is the same in overlapping files, also of two identical movements of one day', () => {
    const november = [martin, coffee, coffee, durand];
    const lastWeek = [coffee, coffee, durand];
    expect(countAfter(november)).toBe(4);
    expect(countAfter(november, lastWeek)).toBe(4);
    expect(countAfter(lastWeek, november, november)).toBe(4);
  });

  it('counts a third one that a later file adds to the day', () => {
    expect(countAfter([coffee], [coffee, coffee], [coffee, coffee, coffee])).toBe(3);
  });

  it('does not depend on the order of the file', () => {
    expect(countAfter([martin, coffee, durand], [durand, coffee, martin])).toBe(3);
  });

  it('differs with day, amount, label, payer, reference and account', () => {
    const all = [
      martin,
      line('2026-11-20', 151_240, 'VIR SEPA RECU MARTIN'),
      line('2026-11-19', -151_240, 'VIR SEPA RECU MARTIN'),
      line('2026-11-19', 151_241, 'VIR SEPA RECU MARTIN'),
      line('2026-11-19', 151_240, 'VIR SEPA RECU MARTIN\nFA-12'),
      { ...martin, counterparty: 'MARTIN SARL' },
      { ...martin, reference: 'MARTIN SARL' },
    ];
    expect(countAfter(all)).toBe(all.length);
    expect(bankLineIdentities('other', [martin])).not.toEqual(identitiesOf(martin));
  });

  it('holds with a FITID that the bank uses again, and with one that changes at every download', () => {
    const sameId = [
      { ...martin, bankId: '1' },
      { ...durand, bankId: '1' },
    ];
    expect(countAfter(sameId)).toBe(2);
    expect(countAfter([{ ...martin, bankId: 'A' }], [{ ...martin, bankId: 'B' }])).toBe(1);
  });

  it('is not changed by blanks, case, accents, value date and place in the file', () => {
    const again = line('2026-11-19', 151_240, 'Vir  SEPA reçu\nMARTIN', {
      valueOn: day('2026-11-22'),
      fileLine: 7,
    });
    expect(countAfter([martin], [again])).toBe(1);
  });
});

describe('the identities of a file', () => {
  const page = (openingCents: number, closingCents: number, ...lines: readonly BankStatementLine[]) => ({
    account,
    currency: 'EUR',
    openingCents: cents(openingCents),
    closingCents: cents(closingCents),
    lines,
  });
  const count = (...pages: readonly ReturnType<typeof page>[]) =>
    new Set(bankFileIdentities(pages).flat()).size;

  it('count on over the pages of one statement', () => {
    expect(count(page(1_000, 750, coffee), page(750, 500, coffee))).toBe(2);
  });

  it('start anew where a file holds the same period twice', () => {
    expect(count(page(1_000, 750, coffee), page(1_000, 750, coffee))).toBe(1);
  });

  it('keep accounts and currencies apart', () => {
    const other = { ...page(750, 500, coffee), account: 'other' };
    expect(count(page(1_000, 750, coffee), other)).toBe(2);
  });
});
