import { Button, Select } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import { addPieces } from '../../db/commands/pieces.ts';
import { Card } from '../../ui/card.tsx';
import { fileDrop } from '../../ui/file-drop.ts';
import { PieceLine, type PiecePosition } from './case-piece-line.tsx';
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
