import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import type { Piece, PieceKind } from '../ledger/piece.ts';
import { invoiceCopies } from './case-invoices.ts';
import { noticeGaps, unnamedProofs } from './case-letters.ts';
import { pieceKinds } from './case-names.ts';

/** Kinds that share a folder of the file, in the order of the folders. */
const folders: readonly (readonly PieceKind[])[] = [
  ['creditor-identity'],
  ['debtor-identity'],
  ['contract', 'terms-of-sale', 'order'],
  ['delivery-note', 'acceptance'],
  ['acknowledgement'],
  ['dispute-evidence'],
  ['solvency-check'],
  ['correspondence', 'other'],
];

/** Place of a kind among the folders: pieces change places within one of them only. */
export const folderOf = (kind: PieceKind): number => folders.findIndex((kinds) => kinds.includes(kind));

/** Pieces of the client and of the invoices of a case by folder; there in the order of the user, then by kind and date. */
export const casePieces = (
  ledger: Ledger,
  { clientId, invoiceIds, pieceOrder = [] }: Pick<LegalCase, 'clientId' | 'invoiceIds' | 'pieceOrder'>,
): readonly Piece[] => {
  const invoices = new Set(invoiceIds);
  const disputes = ledger.disputes;
  const placed = new Map(pieceOrder.map((id, index) => [id, index]));
  const concerns = ({ invoiceId, disputeId }: Piece): boolean => {
    const id = invoiceId ?? (disputeId === undefined ? undefined : disputes.get(disputeId)?.invoiceId);
    return id === undefined || invoices.has(id);
  };
  const rank = ({ id, kind }: Piece): number =>
    placed.get(id) ?? pieceOrder.length + pieceKinds.indexOf(kind);
  return [...ledger.pieces.values()]
    .filter((piece) => piece.clientId === clientId && concerns(piece))
    .sort(
      (a, b) =>
        folderOf(a.kind) - folderOf(b.kind) ||
        rank(a) - rank(b) ||
        (`${a.datedOn ?? a.addedOn} ${a.id}` < `${b.datedOn ?? b.addedOn} ${b.id}` ? -1 : 1),
    );
};

/** Something that a complete file holds and this one does not. */
export interface MissingPiece {
  readonly text: string;
  /** Kind under which it is to be added; undefined = it belongs to the invoice or to the letter itself. */
  readonly kind?: PieceKind | undefined;
}

/** Kinds of which any one is enough, what is missing without them. */
const wanted: readonly (readonly [readonly PieceKind[], string])[] = [
  [['creditor-identity'], 'Votre extrait Kbis de moins de 3\u00A0mois'],
  [['debtor-identity'], 'L’identité du débiteur\u00A0: extrait Kbis ou avis Sirene, adresse actuelle'],
  [
    ['contract', 'terms-of-sale', 'order'],
    'Le contrat, le devis signé, les conditions acceptées ou la commande',
  ],
  [
    ['delivery-note', 'acceptance'],
    'Une preuve d’exécution\u00A0: bon de livraison ou procès-verbal de réception',
  ],
  [['solvency-check'], 'La vérification du BODACC, juste avant le dépôt'],
];

/** What is missing for a complete file (law-and-formats.md 3.3), French. */
export const missingPieces = (
  ledger: Ledger,
  legalCase: Pick<LegalCase, 'clientId' | 'invoiceIds'>,
): readonly MissingPiece[] => {
  const present = new Set(casePieces(ledger, legalCase).map(({ kind }) => kind));
  const rest = [
    ...invoiceCopies(ledger, legalCase.invoiceIds).missing,
    ...noticeGaps(ledger, legalCase.invoiceIds),
    ...unnamedProofs(ledger, legalCase.invoiceIds),
  ];
  return [
    ...wanted.flatMap(([kinds, text]): readonly MissingPiece[] =>
      kinds.some((kind) => present.has(kind)) ? [] : [{ text, kind: kinds[0] }],
    ),
    ...rest.map((text): MissingPiece => ({ text })),
  ];
};
