import { ActionIcon, Button, Select } from '@mantine/core';
import { ArrowDown, ArrowUp, FileText, Paperclip, Trash2 } from 'lucide-react';
import { type DragEvent, useMemo, useState } from 'react';
import { caseFile } from '../../../shared/cases/case-file.ts';
import { pieceKindNames, pieceKinds } from '../../../shared/cases/case-names.ts';
import { casePieces, folderOf, missingPieces } from '../../../shared/cases/case-pieces.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import type { Piece, PieceKind } from '../../../shared/ledger/piece.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { orderPieces } from '../../db/commands/cases.ts';
import { addPieces, changePiece, removePiece } from '../../db/commands/pieces.ts';
import { Card } from '../../ui/card.tsx';
import { fileDrop } from '../../ui/file-drop.ts';
import classes from './cases.module.css';

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  eml: 'message/rfc822',
};

const mediaTypeOf = (name: string): string =>
  mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const stored = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<DocumentRef | undefined> => {
  const put = await bridge.documentPut(bytes);
  if (!put.ok) {
    showRefusal(put.error.message);
    return undefined;
  }
  return { hash: put.value.hash, name: name.slice(0, 200), mediaType: mediaTypeOf(name) };
};

const open = async ({ document }: Piece): Promise<void> => {
  const answer = await bridge.documentOpen({ hash: document.hash, name: document.name.slice(0, 200) });
  if (!answer.ok) showRefusal(answer.error.message);
};

/** Its own type, so that a piece that is dragged is not taken for a file. */
const dragType = 'application/x-acquit-piece';

interface PiecePosition {
  readonly index: number;
  /** In the bordereau; undefined where the same document stands there under another title. */
  readonly number: number | undefined;
  readonly isFirstOfFolder: boolean;
  readonly isLastOfFolder: boolean;
}

const PieceLine = ({
  piece,
  position,
  onMove,
}: {
  readonly piece: Piece;
  readonly position: PiecePosition;
  /** Puts a piece at a place of the list. */
  readonly onMove: (pieceId: string, index: number) => void;
}) => {
  const run = useRun();
  const { index, number, isFirstOfFolder, isLastOfFolder } = position;
  const drop = (event: DragEvent): void => {
    const id = event.dataTransfer.getData(dragType);
    if (id === '') return;
    event.preventDefault();
    event.stopPropagation();
    onMove(id, index);
  };
  return (
    <li
      className={classes.piece}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, piece.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={drop}
    >
      <span className={`${classes.quiet} figures`} title="Numéro au bordereau">
        {number}
      </span>
      <div className={classes.pieceText}>
        <div title={piece.title}>{piece.title}</div>
        <div className={classes.quiet}>{pieceKindNames[piece.kind]}</div>
      </div>
      <Select
        aria-label={`Nature de la pièce ${piece.title}`}
        size="xs"
        w={168}
        data={pieceKinds.map((kind) => ({ value: kind, label: pieceKindNames[kind] }))}
        value={piece.kind}
        allowDeselect={false}
        comboboxProps={{ width: 320, position: 'bottom-end' }}
        onChange={(kind) => {
          if (kind !== null)
            void run(changePiece, {
              pieceId: piece.id,
              kind: kind as PieceKind,
              title: piece.title,
              datedOn: piece.datedOn,
            });
        }}
      />
      <ActionIcon
        variant="subtle"
        aria-label={`Monter ${piece.title}`}
        disabled={isFirstOfFolder}
        onClick={() => onMove(piece.id, index - 1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`Descendre ${piece.title}`}
        disabled={isLastOfFolder}
        onClick={() => onMove(piece.id, index + 1)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={`Ouvrir ${piece.title}`} onClick={() => void open(piece)}>
        <FileText size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`Retirer ${piece.title}`}
        onClick={() => void run(removePiece, { pieceId: piece.id })}
      >
        <Trash2 size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
};

/** The pieces of a case: dropped or chosen, ordered by hand, and what is still missing. */
export const CasePieces = ({ legalCase }: { readonly legalCase: LegalCase }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [kind, setKind] = useState<PieceKind>('contract');
  const pieces = useMemo(() => casePieces(ledger, legalCase), [ledger, legalCase]);
  const numbers = useMemo(() => {
    const sections = caseFile(ledger, legalCase, today)?.sections ?? [];
    return new Map(
      sections.flatMap(({ entries }) =>
        entries.flatMap(({ content, number }) =>
          content.kind === 'document' ? [[content.hash, number] as const] : [],
        ),
      ),
    );
  }, [ledger, legalCase, today]);
  const missing = useMemo(() => missingPieces(ledger, legalCase), [ledger, legalCase]);
  const add = async (
    files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
  ): Promise<void> => {
    const documents: DocumentRef[] = [];
    for (const { name, bytes } of files) {
      const document = await stored(name, bytes);
      if (document) documents.push(document);
    }
    if (documents.length > 0) await run(addPieces, { clientId: legalCase.clientId, kind, documents });
  };
  const pick = async (): Promise<void> => {
    const picked = await bridge.pickFile('document');
    if (!picked.ok) return showRefusal(picked.error.message);
    if (picked.value !== null)
      await add([{ name: picked.value.name, bytes: new Uint8Array(picked.value.bytes) }]);
  };
  const dropped = async (files: readonly File[]): Promise<void> => {
    await add(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    );
  };
  const positionOf = ({ kind: own, document }: Piece, index: number): PiecePosition => {
    const isAlone = (neighbour: Piece | undefined): boolean =>
      neighbour === undefined || folderOf(neighbour.kind) !== folderOf(own);
    return {
      index,
      number: numbers.get(document.hash),
      isFirstOfFolder: isAlone(pieces[index - 1]),
      isLastOfFolder: isAlone(pieces[index + 1]),
    };
  };
  const move = (pieceId: string, index: number): void => {
    const rest = pieces.map(({ id }) => id).filter((id) => id !== pieceId);
    rest.splice(index, 0, pieceId);
    if (!legalCase.closed) void run(orderPieces, { caseId: legalCase.id, pieceIds: rest });
  };
  return (
    <Card title="Pièces">
      <div className={classes.dropTools}>
        <Select
          label="Nature des pièces à ajouter"
          size="xs"
          data={pieceKinds.map((one) => ({ value: one, label: pieceKindNames[one] }))}
          value={kind}
          allowDeselect={false}
          onChange={(next) => {
            if (next !== null) setKind(next as PieceKind);
          }}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<Paperclip size={14} aria-hidden="true" />}
          onClick={() => void pick()}
        >
          Choisir un fichier…
        </Button>
      </div>
      <div className={classes.drop} {...fileDrop((files) => void dropped(files))}>
        Déposez ici vos fichiers&nbsp;: contrat, bons de commande et de livraison, Kbis…
      </div>
      {pieces.length > 0 && (
        <ol className={classes.pieces} aria-label="Pièces du dossier, dans l’ordre du bordereau">
          {pieces.map((piece, index) => (
            <PieceLine key={piece.id} piece={piece} position={positionOf(piece, index)} onMove={move} />
          ))}
        </ol>
      )}
      {missing.length > 0 && (
        <>
          <p className={classes.quiet} style={{ marginTop: 12 }}>
            Il manque encore :
          </p>
          <ul className={classes.missing}>
            {missing.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.quiet} style={{ marginTop: 12 }}>
        Factures, relances, courriers, preuves d’envoi et décompte s’ajoutent d’eux-mêmes au dossier.
      </p>
    </Card>
  );
};
