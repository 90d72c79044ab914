import type { ClientLetterKind } from '../../ledger/client-letter.ts';

/** What it is for, in one line. */
export const clientLetterPurposes: Readonly<Record<ClientLetterKind, string>> = {
  'account-statement': 'Chaque facture et chaque règlement, le solde, ce qui reste dû',
  'payment-plan': 'Reconnaissance de dette, échéances, déchéance du terme, à signer',
  'discount-offer': 'Moins à payer si le règlement arrive plus tôt',
  thanks: 'Dit au client que son règlement est arrivé, et ce qu’il solde',
  mandate: 'Confie des factures à un tiers pour les recouvrer',
  'forfeiture-notice': 'Demande les échéances manquées avant que tout le solde devienne exigible',
  free: 'Votre texte, sur le papier de votre société',
};

/**
 * Letters that bind somebody: they stay French whoever reads them, since it is before French courts that they
 * are shown.
 */
const formal: ReadonlySet<ClientLetterKind> = new Set<ClientLetterKind>([
  'payment-plan',
  'mandate',
  'forfeiture-notice',
]);

/** True where the letter can be set in English. */
export const hasEnglish = (kind: ClientLetterKind): boolean => !formal.has(kind);
