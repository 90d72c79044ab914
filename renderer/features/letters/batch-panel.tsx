import { Button } from '@mantine/core';
import { ArrowLeft, ExternalLink, Printer, Save } from 'lucide-react';
import { useState } from 'react';
import type { RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import { batchFileName, letterFileName } from '../../../shared/letters/letter-file-name.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { markPrinted } from '../../db/commands/letters.ts';
import { Notice } from '../../ui/notice.tsx';
import { openDocument } from './letter-actions.ts';
import { PdfFrame } from './letter-frame.tsx';
import classes from './to-print.module.css';

const count = (number: number, one: string, many: string): string => `${number} ${number > 1 ? many : one}`;

/** One PDF of all chosen letters: print it, look at it, keep it, and say when it came out well. */
export const BatchPanel = ({
  letters,
  batch,
  isCurrent,
  onClose,
  onPrinted,
}: {
  readonly letters: readonly Reminder[];
  readonly batch: RenderedBatch;
  /** False once the ledger or the day says something else than the PDF. */
  readonly isCurrent: boolean;
  readonly onClose: () => void;
  readonly onPrinted: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [busy, setBusy] = useState(false);
  // What is on paper already may still be told so: « Imprimés » says there what must not be posted.
  const [handedOut, setHandedOut] = useState(false);
  const name = batchFileName(today, letters.length);
  const print = async (): Promise<void> => {
    setHandedOut(true);
    const printed = await bridge.documentPrint({ hash: batch.hash, name });
    if (!printed.ok) showRefusal(printed.error.message);
  };
  const open = async (): Promise<void> => {
    setHandedOut(true);
    await openDocument({ hash: batch.hash, name, mediaType: 'application/pdf' });
  };
  const save = async (): Promise<void> => {
    setHandedOut(true);
    const saved = await bridge.documentSaveAs({ hash: batch.hash, suggestedName: name });
    if (!saved.ok) showRefusal(saved.error.message);
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const files = new Map(batch.letters.map(({ reminderId, hash }) => [reminderId, hash]));
    const done = await run(markPrinted, {
      letters: letters.flatMap((letter) => {
        const hash = files.get(letter.id);
        const client = ledger.clients.get(letter.clientId)?.name ?? '';
        return hash === undefined
          ? []
          : [
              {
                id: letter.id,
                document: {
                  hash,
                  name: letterFileName(today, letter.level, client),
                  mediaType: 'application/pdf',
                },
              },
            ];
      }),
    });
    setBusy(false);
    if (done) onPrinted();
    else onClose();
  };
  return (
    <div className={classes.batch}>
      <div className={classes.steps}>
        <Button
          variant="subtle"
          size="compact-md"
          justify="flex-start"
          leftSection={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={onClose}
        >
          Revenir à la liste
        </Button>
        {!isCurrent && (
          <Notice tone="alert">
            Vos données ou la date ont changé depuis la préparation de ce PDF : revenez à la liste et
            préparez-le de nouveau.
          </Notice>
        )}
        <section>
          <h2>{count(letters.length, 'courrier prêt', 'courriers prêts')}</h2>
          <p>
            Un seul PDF de {count(batch.pageCount, 'page', 'pages')} : imprimez-le, signez, mettez sous pli.
          </p>
          <div className={classes.stack}>
            <Button
              autoFocus
              leftSection={<Printer size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              onClick={() => void print()}
            >
              Imprimer
            </Button>
            <Button
              variant="default"
              leftSection={<ExternalLink size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              onClick={() => void open()}
            >
              Ouvrir
            </Button>
            <Button
              variant="default"
              leftSection={<Save size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              onClick={() => void save()}
            >
              Enregistrer sous…
            </Button>
          </div>
        </section>
        <section>
          <h2>Bien imprimé ?</h2>
          <p>
            Acquit garde alors le PDF de chaque courrier, et vous saisissez les numéros de suivi au retour de
            la poste.
          </p>
          <div className={classes.stack}>
            <Button
              variant="default"
              loading={busy}
              disabled={!isCurrent && !handedOut}
              onClick={() => void confirm()}
            >
              Oui, tout est imprimé
            </Button>
            <Button variant="subtle" onClick={onClose}>
              Non, pas encore
            </Button>
          </div>
        </section>
      </div>
      <section className={classes.preview} aria-label="Courriers préparés">
        <PdfFrame hash={batch.hash} title="Courriers préparés" />
      </section>
    </div>
  );
};
