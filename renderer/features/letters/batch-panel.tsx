import { Button } from '@mantine/core';
import { ArrowLeft, ClipboardList, ExternalLink, Printer, RotateCcw, Save } from 'lucide-react';
import { useState } from 'react';
import type { LetterModel, RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import type { PrintSetup } from '../../../shared/ipc/print-contract.ts';
import { announcesCopiesByHand } from '../../../shared/letters/appended-copies.ts';
import { batchFileName, letterFileName } from '../../../shared/letters/letter-file-name.ts';
import { letterName, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { markPrinted } from '../../db/commands/letters.ts';
import { recordDepositList } from '../../db/commands/reprints.ts';
import { Notice } from '../../ui/notice.tsx';
import { depositListOf } from './deposit-list-of.ts';
import { openDocument } from './letter-actions.ts';
import { PdfFrame } from './letter-frame.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import classes from './to-print.module.css';
import { printAs } from './use-print-setup.ts';

/** One PDF of all chosen letters: print it, look at it, keep it, and say when it came out well. */
export const BatchPanel = ({
  letters,
  models,
  batch,
  setup,
  isCurrent,
  onClose,
  onPrinted,
}: {
  readonly letters: readonly PaperLetter[];
  /** What they say, in the order of the PDF. */
  readonly models: readonly LetterModel[];
  readonly batch: RenderedBatch;
  readonly setup: PrintSetup;
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
  const [reprinting, setReprinting] = useState(false);
  const name = batchFileName(today, letters.length);
  const copiesByHand = models.filter(announcesCopiesByHand).length;
  const print = async (): Promise<void> => {
    setHandedOut(true);
    setBusy(true);
    await printAs(setup, { hash: batch.hash, name });
    setBusy(false);
  };
  const printDepositList = async (): Promise<void> => {
    const list = depositListOf(models, today);
    if (!list) return;
    const made = await bridge.depositListRender(list);
    if (!made.ok) {
      showRefusal(made.error.message);
      return;
    }
    const listName = `${today} Bordereau de dépôt (${letters.length}).pdf`;
    await run(recordDepositList, { hash: made.value.hash, name: listName, letters: letters.length });
    await printAs(setup, { hash: made.value.hash, name: listName });
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
        const hash = files.get(letter.row.id);
        const client = ledger.clients.get(letter.row.clientId)?.name ?? '';
        return hash === undefined
          ? []
          : [
              {
                id: letter.row.id,
                document: {
                  hash,
                  name: letterFileName(today, letterName(letter), client),
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
            Vos données ou la date ont changé depuis la préparation de ce PDF&nbsp;: revenez à la liste et
            préparez-le de nouveau.
          </Notice>
        )}
        <section>
          <h2>{counted(letters.length, 'courrier prêt', 'courriers prêts')}</h2>
          <p>
            Un seul PDF de {counted(batch.pageCount, 'page', 'pages')} : imprimez-le, signez, mettez sous pli.
          </p>
          {copiesByHand > 0 && (
            <p className={classes.byHand}>
              {counted(copiesByHand, 'courrier annonce', 'courriers annoncent')} des copies de factures qui ne
              sont pas dans ce PDF&nbsp;: mettez-les dans {copiesByHand > 1 ? 'les plis' : 'le pli'}.
            </p>
          )}
          <div className={classes.stack}>
            <Button
              autoFocus
              leftSection={<Printer size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              loading={busy}
              onClick={() => void print()}
            >
              Imprimer
            </Button>
            {setup.printer !== undefined && <p>Sur « {setup.printer} », sans autre question.</p>}
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
            <Button
              variant="default"
              leftSection={<ClipboardList size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              onClick={() => void printDepositList()}
            >
              Bordereau de dépôt
            </Button>
          </div>
        </section>
        <section>
          <h2>Imprimé correctement ?</h2>
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
            <Button
              variant="default"
              leftSection={<RotateCcw size={16} aria-hidden="true" />}
              disabled={!isCurrent}
              onClick={() => setReprinting(true)}
            >
              Réimprimer des pages…
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
      <ReprintDialog
        batch={batch}
        names={letters.map(({ row }) => ({
          reminderId: row.id,
          name: ledger.clients.get(row.clientId)?.name ?? '',
        }))}
        setup={setup}
        opened={reprinting}
        onClose={() => setReprinting(false)}
      />
    </div>
  );
};
