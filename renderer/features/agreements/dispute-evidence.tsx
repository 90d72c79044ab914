import { Button } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { addDisputeEvidence } from '../../db/commands/disputes.ts';
import { openDocument, picked, stored } from '../letters/letter-actions.ts';
import classes from './dispute-evidence.module.css';

/** Documents that prove a dispute: chosen, or dropped here as photos and PDFs. */
export const DisputeEvidence = ({ dispute }: { readonly dispute: Dispute }) => {
  const ledger = useLedger();
  const run = useRun();
  const [isOver, setIsOver] = useState(false);
  const pieces = [...ledger.pieces.values()].filter(({ disputeId }) => disputeId === dispute.id);
  const keep = async (
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<void> => {
    const documents: DocumentRef[] = [];
    for (const file of files) {
      const document = await stored(file);
      if (document !== undefined) documents.push(document);
    }
    if (documents.length > 0) await run(addDisputeEvidence, { disputeId: dispute.id, documents });
  };
  const pick = async (): Promise<void> => {
    const file = await picked();
    if (file !== undefined) await keep([file]);
  };
  const drop = async (files: readonly File[]): Promise<void> =>
    keep(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    );
  return (
    <section
      className={classes.evidence}
      data-over={isOver}
      aria-label="Preuves du litige"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void drop([...event.dataTransfer.files]);
      }}
    >
      {pieces.length === 0 ? (
        <p className={classes.quiet}>
          Déposez ici ce qui prouve : bon de livraison, photos, e-mails, constat.
        </p>
      ) : (
        <ul className={classes.list}>
          {pieces.map((piece) => (
            <li key={piece.id}>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<Paperclip size={14} aria-hidden="true" />}
                onClick={() => void openDocument(piece.document)}
                title={piece.title}
              >
                <span className={classes.name}>{piece.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void pick()}>
        Ajouter une preuve…
      </Button>
    </section>
  );
};
