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
  debit: 'Débit (€)',
  credit: 'Crédit (€)',
  balance: 'Solde (€)',
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
  amount: 'Montant (€)',
  rate: 'Taux',
  discount: 'Escompte (€)',
  payable: 'À régler (€)',
  until: 'Au plus tard le',
  settled: 'Réglé (€)',
  left: 'Reste dû (€)',
};

const english: BlockWording = {
  movement: 'Entry',
  on: 'Date',
  debit: 'Debit (€)',
  credit: 'Credit (€)',
  balance: 'Balance (€)',
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
  amount: 'Amount (€)',
  rate: 'Rate',
  discount: 'Discount (€)',
  payable: 'To pay (€)',
  until: 'If paid by',
  settled: 'Settled (€)',
  left: 'Balance due (€)',
};

export const blockWording = (model: Pick<LetterModel, 'language'>): BlockWording =>
  model.language === 'en' ? english : french;
