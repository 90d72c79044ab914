import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { LetterModel } from '../../ipc/letter-contract.ts';

export type MovementLine = Extract<LetterBlock, { readonly kind: 'movements' }>['lines'][number];

/** The words round the figures of a letter that is no reminder, in one language. */
export interface BlockWording {
  readonly movement: string;
  readonly on: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly opening: (day: string) => string;
  readonly closing: (day: string) => string;
  readonly movementKinds: Readonly<Record<MovementLine['kind'], string>>;
  readonly due: (day: string) => string;
  readonly invoice: string;
  readonly dated: string;
  readonly dueOn: string;
  readonly total: string;
  readonly owed: string;
  readonly daysLate: string;
  readonly sum: (count: number) => string;
  readonly instalment: string;
  readonly rank: (rank: number) => string;
  readonly amount: string;
  readonly rate: string;
  readonly discount: string;
  readonly payable: string;
  readonly until: string;
  readonly settled: string;
  readonly left: string;
}

const french: BlockWording = {
  movement: 'Mouvement',
  on: 'Date',
  debit: 'Débit\u00A0(€)',
  credit: 'Crédit\u00A0(€)',
  balance: 'Solde\u00A0(€)',
  opening: (day) => `Solde à nouveau au ${day}`,
  closing: (day) => `Solde au ${day}`,
  movementKinds: {
    invoice: 'Facture',
    'credit-note': 'Avoir',
    payment: 'Règlement',
    concession: 'Écart accepté',
  },
  due: (day) => `échéance du ${day}`,
  invoice: 'Facture',
  dated: 'Émise le',
  dueOn: 'Échéance',
  total: 'Montant TTC (€)',
  owed: 'Reste dû (€)',
  daysLate: 'Jours de\u00A0retard',
  sum: (count) => `Total (${count} factures)`,
  instalment: 'Échéance',
  rank: (rank) => `${rank === 1 ? '1ʳᵉ' : `${rank}ᵉ`} échéance`,
  amount: 'Montant\u00A0(€)',
  rate: 'Taux',
  discount: 'Escompte\u00A0(€)',
  payable: 'À\u00A0régler (€)',
  until: 'Au plus tard le',
  settled: 'Réglé\u00A0(€)',
  left: 'Reste dû (€)',
};

const english: BlockWording = {
  movement: 'Entry',
  on: 'Date',
  debit: 'Debit\u00A0(€)',
  credit: 'Credit\u00A0(€)',
  balance: 'Balance\u00A0(€)',
  opening: (day) => `Opening balance on ${day}`,
  closing: (day) => `Balance on ${day}`,
  movementKinds: {
    invoice: 'Invoice',
    'credit-note': 'Credit note',
    payment: 'Payment',
    concession: 'Difference accepted',
  },
  due: (day) => `due ${day}`,
  invoice: 'Invoice',
  dated: 'Dated',
  dueOn: 'Due on',
  total: 'Total incl. VAT (€)',
  owed: 'Balance due (€)',
  daysLate: 'Days overdue',
  sum: (count) => `Total (${count} invoices)`,
  instalment: 'Instalment',
  rank: (rank) => `Instalment ${rank}`,
  amount: 'Amount\u00A0(€)',
  rate: 'Rate',
  discount: 'Discount\u00A0(€)',
  payable: 'To\u00A0pay (€)',
  until: 'If paid by',
  settled: 'Settled\u00A0(€)',
  left: 'Balance due (€)',
};

export const blockWording = (model: Pick<LetterModel, 'language'>): BlockWording =>
  model.language === 'en' ? english : french;
