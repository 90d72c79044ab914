import { pieceKindNames } from '../../../shared/cases/case-names.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { type Command, put, type Refusal, remove } from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Piece, PieceKind } from '../../../shared/ledger/piece.ts';
import { fail, ok } from '../../../shared/result.ts';

const gone: Refusal = { kind: 'no-piece', message: 'Cette pièce n’existe plus.' };
const longestTitle = 200;

const titleOf = (title: string, kind: PieceKind): string => {
  const own = title.trim().slice(0, longestTitle);
  return own === '' ? pieceKindNames[kind] : own;
};

/** Keeps documents that are in the store as pieces of a client, or of one of its invoices. */
export const addPieces: Command<{
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
  readonly kind: PieceKind;
  readonly documents: readonly DocumentRef[];
}> = (ledger, { clientId, invoiceId, kind, documents }, context) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (invoiceId !== undefined && ledger.invoices.get(invoiceId)?.clientId !== clientId)
    return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const known = new Set(
    [...ledger.pieces.values()]
      .filter((piece) => piece.clientId === clientId)
      .map((piece) => piece.document.hash),
  );
  const fresh = documents.filter(
    ({ hash }, index) => !known.has(hash) && documents.findIndex((one) => one.hash === hash) === index,
  );
  if (fresh.length === 0)
    return fail({ kind: 'known', message: 'Ces fichiers font déjà partie des pièces de ce client.' });
  return ok({
    command: 'add-pieces',
    label:
      fresh.length === 1
        ? `Pièce ajoutée pour ${client.name}`
        : `${fresh.length} pièces ajoutées pour ${client.name}`,
    clientId,
    undo: 'allowed',
    writes: fresh.flatMap((document) => [
      put('documents', document),
      put('pieces', {
        id: context.newId(),
        clientId,
        ...(invoiceId === undefined ? {} : { invoiceId }),
        kind,
        title: titleOf(document.name.replace(/\.[A-Za-z0-9]{1,5}$/u, ''), kind),
        addedOn: context.today,
        document,
      }),
    ]),
  });
};

/** Corrects what a piece is. */
export const changePiece: Command<{
  readonly pieceId: string;
  readonly kind: PieceKind;
  readonly title: string;
  readonly datedOn?: Day | undefined;
}> = (ledger, wish, context) => {
  const piece = ledger.pieces.get(wish.pieceId);
  if (!piece) return fail(gone);
  if (wish.datedOn !== undefined && wish.datedOn > context.today)
    return fail({ kind: 'future', message: 'La date de la pièce est dans le futur.' });
  const { datedOn: _before, ...kept } = piece;
  const next: Piece = {
    ...kept,
    kind: wish.kind,
    title: titleOf(wish.title, wish.kind),
    ...(wish.datedOn === undefined ? {} : { datedOn: wish.datedOn }),
  };
  return ok({
    command: 'change-piece',
    label: `Pièce «\u00A0${next.title}\u00A0» modifiée`,
    clientId: piece.clientId,
    undo: 'allowed',
    writes: [put('pieces', next)],
  });
};

/** Takes a piece out; its document stays in the store and in the journal. */
export const removePiece: Command<{ readonly pieceId: string }> = (ledger, { pieceId }) => {
  const piece = ledger.pieces.get(pieceId);
  if (!piece) return fail(gone);
  return ok({
    command: 'remove-piece',
    label: `Pièce «\u00A0${piece.title}\u00A0» retirée`,
    clientId: piece.clientId,
    undo: 'allowed',
    writes: [remove('pieces', pieceId)],
  });
};
