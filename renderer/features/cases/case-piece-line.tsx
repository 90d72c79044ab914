import { ActionIcon, Select } from '@mantine/core';
import { ArrowDown, ArrowUp, FileText, Trash2 } from 'lucide-react';
import type { DragEvent } from 'react';
import { pieceKindNames, pieceKinds } from '../../../shared/cases/case-names.ts';
import type { Piece, PieceKind } from '../../../shared/ledger/piece.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { changePiece, removePiece } from '../../db/commands/pieces.ts';
import classes from './cases.module.css';

const open = async ({ document }: Piece): Promise<void> => {
  const answer = await bridge.documentOpen({ hash: document.hash, name: document.name.slice(0, 200) });
  if (!answer.ok) showRefusal(answer.error.message);
};

/** Its own type, so that a piece that is dragged is not taken for a file. */
const dragType = 'application/x-acquit-piece';

/** Where a piece stands. */
export interface PiecePosition {
  readonly index: number;
  /** In the bordereau; undefined where the same document stands there under another title. */
  readonly number: number | undefined;
  readonly isFirstOfFolder: boolean;
  readonly isLastOfFolder: boolean;
}

/** A piece: its number, title and kind, and what can be done with it. */
export const PieceLine = ({
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
        <Select
          aria-label={`Nature de la pièce ${piece.title}`}
          size="xs"
          variant="unstyled"
          className={classes.pieceKind}
          data={pieceKinds.map((kind) => ({ value: kind, label: pieceKindNames[kind] }))}
          value={piece.kind}
          allowDeselect={false}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
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
      </div>
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
