import { describe, expect, it } from 'vitest';
import { type BankLineKind, bankLineKind } from '../../../../shared/importing/bank-line-kind.ts';
import { cents } from '../../../../shared/money/cents.ts';

type Told = Omit<Parameters<typeof bankLineKind>[0], 'amountCents' | 'label'>;

const kind = (amountCents: number, label: string, told: Told = {}): BankLineKind =>
  bankLineKind({ amountCents: cents(amountCents), label, ...told });

/** Labels as French banks write them. */
const credits: Readonly<Record<string, BankLineKind>> = {
  'VIR SEPA RECU /DE MENUISERIE MARTIN /MOTIF FA-2026-0012': 'receipt',
  'VIREMENT EN VOTRE FAVEUR SARL DURAND': 'receipt',
  'VIR INST RECU DUPONT JEAN': 'receipt',
  'PRLV SEPA EMIS CLIENTS': 'receipt',
  'VIR SARL REJETON': 'receipt',
  'REMBOURSEMENT CPAM': 'refund',
  'VIR SEPA REMBT TROP PERCU': 'refund',
  'AVOIR CB AMAZON': 'refund',
  'REJET VIR SEPA FOURNISSEUR': 'refund',
  'ANNULATION PRLV SEPA EDF': 'refund',
  'EXTOURNE COMMISSIONS': 'refund',
  'REMISE CB 20112026': 'card-settlement',
  'REM CB TPE 123456': 'card-settlement',
  'REMISE DE CARTES BANCAIRES': 'card-settlement',
  'VIR STRIPE PAYMENTS': 'card-settlement',
  'VIR SEPA SUMUP': 'card-settlement',
  'REMISE CHEQUES N 1234567': 'cheque-deposit',
  'REM CHQ 1234567': 'cheque-deposit',
  'REMISE DE 3 CHEQUES': 'cheque-deposit',
  'VIREMENT INTERNE DEPUIS LIVRET': 'own-transfer',
  'VIR COMPTE A COMPTE': 'own-transfer',
};
const debits: Readonly<Record<string, BankLineKind>> = {
  'PRLV SEPA EDF': 'other-debit',
  'VIR SEPA EMIS FOURNISSEUR': 'other-debit',
  'PRLV IMPAYE MARTIN': 'returned-debit',
  'REJET PRLV SEPA MARTIN PROVISION INSUFFISANTE': 'returned-debit',
  'IMPAYÉ PRÉLÈVEMENT SEPA MARTIN': 'returned-debit',
  'PRLV SEPA CORE CLIENT REJETE': 'returned-debit',
  'CHEQUE IMPAYE 1234567': 'returned-debit',
  'RETOUR CHQ 1234567': 'returned-debit',
  'LCR IMPAYEE MARTIN': 'returned-debit',
  'VIR REJETE MARTIN': 'rejected-transfer',
  'RETOUR VIREMENT SEPA RECU MARTIN': 'rejected-transfer',
  'ANNULATION DE VIREMENT RECU': 'rejected-transfer',
  'FRAIS PRLV IMPAYE': 'fees',
  'F COMMISSION D INTERVENTION': 'fees',
  'F FRAIS PRLV IMP 97 49EUR': 'fees',
  'COTISATION JAZZ PRO': 'fees',
  'COM INTERVENTION': 'fees',
  'VIREMENT INTERNE VERS LIVRET': 'own-transfer',
};

describe('the kind of a movement', () => {
  for (const [label, wanted] of Object.entries(credits)) {
    it(`+ ${label}: ${wanted}`, () => expect(kind(1_000, label)).toBe(wanted));
  }
  for (const [label, wanted] of Object.entries(debits)) {
    it(`− ${label}: ${wanted}`, () => expect(kind(-1_000, label)).toBe(wanted));
  }

  it('is told by the codes of the banks', () => {
    expect(kind(1_000, 'REMISE 123', { bankCode: '02' })).toBe('cheque-deposit');
    expect(kind(1_000, 'X', { bankCode: 'PMNT-MCRD-POSP' })).toBe('card-settlement');
    expect(kind(1_000, 'X', { counterparty: 'Stripe Technology Europe Ltd' })).toBe('card-settlement');
    expect(kind(1_000, 'PRLV SEPA', { returnReason: '40' })).toBe('refund');
    expect(kind(-1_000, 'PRLV SEPA', { returnReason: 'AM04' })).toBe('returned-debit');
    expect(kind(-1_000, 'VIR SEPA', { returnReason: '40' })).toBe('rejected-transfer');
    expect(kind(-1_000, '', { returnReason: 'RC', bankCode: 'NTRF' })).toBe('rejected-transfer');
    expect(kind(-1_000, '', { returnReason: 'AC04', bankCode: 'PMNT-RCDT-ESCT' })).toBe('rejected-transfer');
    expect(kind(-1_000, '', { bankCode: 'PMNT-IDDT-UPDD' })).toBe('returned-debit');
    expect(kind(-1_000, '', { bankCode: 'NRTI' })).toBe('returned-debit');
    expect(kind(-1_000, '', { bankCode: 'PMNT-RCDT-CHRG' })).toBe('fees');
    expect(kind(-1_000, '', { bankCode: 'SRVCHG' })).toBe('fees');
  });

  it('looks at the bank’s words only, not at what the payer wrote below', () => {
    expect(kind(1_000, 'VIR SEPA RECU MARTIN\nREMBOURSEMENT FACTURE REJETEE, PRLV IMPAYE')).toBe('receipt');
  });

  it('of nothing settles nothing', () => {
    expect(kind(0, 'VIR SEPA RECU')).toBe('other-debit');
  });
});
