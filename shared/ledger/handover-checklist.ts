import type { CollectorKind, Handover } from './handover.ts';
import type { Ledger } from './ledger.ts';
import type { PieceKind } from './piece.ts';

/** One thing that a partner asks for. */
export interface ChecklistItem {
  readonly label: string;
  /** `to-check`: the ledger cannot know. */
  readonly state: 'there' | 'missing' | 'to-check';
  /** What is missing, or where it is; French, may be empty. */
  readonly detail: string;
}

type Wanted =
  | 'mandate'
  | 'copies'
  | 'address'
  | 'agreement'
  | 'performance'
  | 'formal-notice'
  | 'identity'
  | 'dispute'
  | 'policy'
  | 'written-declaration'
  | 'other-side';

const wantedBy: Readonly<Record<CollectorKind, readonly Wanted[]>> = {
  agency: ['mandate', 'written-declaration', 'copies', 'address', 'agreement', 'formal-notice', 'dispute'],
  bailiff: ['copies', 'address', 'agreement', 'performance', 'formal-notice', 'identity', 'dispute'],
  lawyer: ['copies', 'address', 'agreement', 'performance', 'formal-notice', 'identity', 'dispute'],
  'credit-insurer': ['policy', 'copies', 'address', 'agreement', 'performance', 'formal-notice', 'dispute'],
  mediator: ['other-side', 'copies', 'agreement', 'formal-notice', 'dispute'],
  other: ['mandate', 'copies', 'address', 'agreement', 'formal-notice'],
};

const hasPiece = (
  ledger: Ledger,
  { clientId, invoiceIds }: Handover,
  kinds: readonly PieceKind[],
): boolean => {
  for (const piece of ledger.pieces.values())
    if (
      piece.clientId === clientId &&
      kinds.includes(piece.kind) &&
      (piece.invoiceId === undefined || invoiceIds.includes(piece.invoiceId))
    )
      return true;
  return false;
};

const hasFormalNotice = (ledger: Ledger, { invoiceIds }: Handover): boolean => {
  for (const { level, state, lines } of ledger.reminders.values())
    if (
      level === 'formal-notice' &&
      (state.kind === 'posted' || state.kind === 'accepted') &&
      lines.some(({ invoiceId }) => invoiceIds.includes(invoiceId))
    )
      return true;
  return false;
};

const pieceItem = (
  ledger: Ledger,
  handover: Handover,
  label: string,
  kinds: readonly PieceKind[],
): ChecklistItem => {
  const isThere = hasPiece(ledger, handover, kinds);
  return {
    label,
    state: isThere ? 'there' : 'missing',
    detail: isThere ? '' : 'À joindre aux pièces du client.',
  };
};

const itemOf = (ledger: Ledger, handover: Handover, wanted: Wanted): ChecklistItem => {
  const client = ledger.clients.get(handover.clientId);
  switch (wanted) {
    case 'mandate': {
      const isThere =
        handover.documents.length > 0 ||
        [...ledger.letters.values()].some(
          ({ handoverId, state }) => handoverId === handover.id && state.kind !== 'withdrawn',
        );
      return {
        label: 'Mandat écrit, accepté par le partenaire',
        state: isThere ? 'there' : 'missing',
        detail: isThere ? '' : 'Préparez-le par «\u00A0Mandat\u00A0», puis joignez-le signé.',
      };
    }
    case 'copies': {
      const without = handover.invoiceIds.flatMap((id) => {
        const invoice = ledger.invoices.get(id);
        return invoice !== undefined && invoice.documentHash === undefined ? [invoice.number] : [];
      });
      return {
        label: handover.invoiceIds.length === 1 ? 'Copie de la facture' : 'Copies des factures',
        state: without.length === 0 ? 'there' : 'missing',
        detail:
          without.length === 0
            ? ''
            : `Sans copie dans Acquit\u00A0: ${without.slice(0, 6).join(', ')}${without.length > 6 ? '…' : ''}.`,
      };
    }
    case 'address': {
      const isThere = client?.address !== undefined && client.address.city.trim() !== '';
      return {
        label: 'Adresse du débiteur à jour',
        state: isThere ? 'there' : 'missing',
        detail: isThere ? '' : 'À compléter sur la fiche du client.',
      };
    }
    case 'agreement':
      return pieceItem(ledger, handover, 'Contrat, devis signé, commande ou conditions acceptées', [
        'contract',
        'terms-of-sale',
        'order',
      ]);
    case 'performance':
      return pieceItem(ledger, handover, 'Preuve de la livraison ou de la prestation', [
        'delivery-note',
        'acceptance',
      ]);
    case 'identity':
      return pieceItem(ledger, handover, 'Extrait Kbis ou avis Sirene du débiteur', ['debtor-identity']);
    case 'formal-notice': {
      const isThere = hasFormalNotice(ledger, handover);
      return {
        label: 'Mise en demeure avec sa preuve de dépôt',
        state: isThere ? 'there' : 'missing',
        detail: isThere ? '' : 'Aucune n’est partie pour ces factures.',
      };
    }
    case 'dispute': {
      const open = [...ledger.disputes.values()].filter(
        ({ invoiceId, resolvedOn }) => resolvedOn === undefined && handover.invoiceIds.includes(invoiceId),
      ).length;
      return {
        label: 'Contestations signalées',
        state: open === 0 ? 'there' : 'to-check',
        detail:
          open === 0
            ? 'Aucun litige ouvert.'
            : 'Un litige est ouvert\u00A0: dites-le en remettant le dossier.',
      };
    }
    case 'policy':
      return {
        label: 'Délai de déclaration d’impayé de la police',
        state: 'to-check',
        detail: 'Voyez votre contrat d’assurance-crédit.',
      };
    case 'written-declaration':
      return {
        label: 'Déclaration du partenaire au procureur et compte bancaire affecté',
        state: 'to-check',
        detail: 'CPCEx, art. L124-1 et R124-1 à R124-7.',
      };
    case 'other-side':
      return {
        label: 'Accord du client pour la médiation',
        state: 'to-check',
        detail: 'Elle suppose l’accord des deux parties.',
      };
  }
};

/** What a partner of that kind needs, with what the ledger has of it. */
export const handoverChecklist = (ledger: Ledger, handover: Handover): readonly ChecklistItem[] =>
  wantedBy[handover.collector.kind].map((wanted) => itemOf(ledger, handover, wanted));
