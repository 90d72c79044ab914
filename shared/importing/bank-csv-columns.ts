import type { DateOrder, DecimalSign } from './cell-shape.ts';

/** What a column of a bank's table can be. */
export const bankCsvTargets = [
  'bookedOn',
  'valueOn',
  'amount',
  'debit',
  'credit',
  'side',
  'label',
  'details',
  'counterparty',
  'counterpartyIban',
  'reference',
  'bankId',
  'balance',
  'fee',
  'account',
  'currency',
  'status',
] as const;
export type BankCsvTarget = (typeof bankCsvTargets)[number];

/** What the user reads for a target. */
export const bankCsvTargetNames: Readonly<Record<BankCsvTarget, string>> = {
  bookedOn: 'Date de l’opération',
  valueOn: 'Date de valeur',
  amount: 'Montant (signé, ou avec une colonne de sens)',
  debit: 'Débit',
  credit: 'Crédit',
  side: 'Sens (débit ou crédit)',
  label: 'Libellé',
  details: 'Détail du libellé',
  counterparty: 'Nom du payeur ou du bénéficiaire',
  counterpartyIban: 'Compte du payeur ou du bénéficiaire',
  reference: 'Référence',
  bankId: 'Numéro d’opération de la banque',
  balance: 'Solde après l’opération',
  fee: 'Frais retenus en plus du montant',
  account: 'Votre compte',
  currency: 'Devise',
  status: 'Statut de l’opération',
};

/**
 * Which column (from 0) each fact of a movement is read from; plain data, to be saved as a profile. Either
 * `amount` (signed, or unsigned with `side`) or `debit` and `credit` (one of them is enough).
 */
export type BankCsvColumns = { readonly [Target in BankCsvTarget]?: number } & {
  /** Order of the figures in the dates, where the user said it. */
  readonly dateOrder?: DateOrder;
  /** Decimal sign of the amounts, where the user said it. */
  readonly decimal?: DecimalSign;
};

/** What a choice of columns lacks to be read; empty when it is enough. A group lists alternatives. */
export const missingBankCsvTargets = (columns: BankCsvColumns): readonly (readonly BankCsvTarget[])[] => [
  ...(columns.bookedOn === undefined ? [['bookedOn'] as const] : []),
  ...(columns.amount === undefined && columns.debit === undefined && columns.credit === undefined
    ? [['amount', 'debit', 'credit'] as const]
    : []),
];

const orders: readonly unknown[] = ['dmy', 'mdy', 'ymd'];
const decimals: readonly unknown[] = [',', '.'];

/** Reads a saved choice back: unknown targets, columns out of range and double use are left out. */
export const bankCsvColumnsFromProfile = (
  saved: Readonly<Record<string, unknown>>,
  columnCount: number,
): BankCsvColumns => {
  const columns: { [Target in BankCsvTarget]?: number } = {};
  const used = new Set<number>();
  for (const target of bankCsvTargets) {
    const column = saved[target];
    if (typeof column !== 'number' || !Number.isInteger(column)) continue;
    if (column < 0 || column >= columnCount || used.has(column)) continue;
    columns[target] = column;
    used.add(column);
  }
  const { dateOrder, decimal } = saved;
  return {
    ...columns,
    ...(orders.includes(dateOrder) && { dateOrder: dateOrder as DateOrder }),
    ...(decimals.includes(decimal) && { decimal: decimal as DecimalSign }),
  };
};
