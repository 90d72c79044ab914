import { Button, Checkbox, Group, Select } from '@mantine/core';
import { FileText, Printer, Settings2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ExaminedCopy, PrintSetup } from '../../../shared/ipc/print-contract.ts';
import { appendsByDefault, copiesOfLetter } from '../../../shared/letters/appended-copies.ts';
import { invoiceIdsOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { paperReadiness } from '../../../shared/letters/paper-readiness.ts';
import { inPrintOrder } from '../../../shared/letters/print-order.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { BatchPanel } from './batch-panel.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { LeftOutDialog } from './left-out-dialog.tsx';
import { LetterPreview } from './letter-preview.tsx';
import {
  copiesToExamine,
  type LettersWithCopies,
  type LetterToSet,
  lettersWithCopies,
} from './prepare-copies.ts';
import { type PreparedLetters, stillHold } from './prepared-letters.ts';
import { PrintSetupDialog } from './print-setup-dialog.tsx';
import classes from './to-print.module.css';
import { ToPrintRow } from './to-print-row.tsx';
import { useLetterBatch } from './use-letter-batch.ts';
import { usePrintSetup } from './use-print-setup.ts';

/** The contract of the channel (shared/ipc/channels.ts). */
const batchAtMost = 1000;
const shownAtMost = 300;
/** Copies that main looks at before it answers. */
const examinedAtOnce = 200;

const orders: readonly { readonly value: PrintSetup['order']; readonly label: string }[] = [
  { value: 'postcode', label: 'Par code postal' },
  { value: 'name', label: 'Par nom' },
  { value: 'approval', label: 'Par approbation' },
];

const PrintSetupButton = (props: { readonly disabled?: boolean; readonly onClick: () => void }) => (
  <Button
    variant="default"
    aria-label="Réglages d’impression"
    leftSection={<Settings2 size={16} aria-hidden="true" />}
    {...props}
  >
    Réglages<span className={classes.wide}>&nbsp;d’impression</span>
  </Button>
);

/** « À imprimer »: choose letters, see each one, make one PDF of them, print, say that it came out well. */
export const ToPrint = ({
  letters: approved,
  onPrinted,
}: {
  readonly letters: readonly PaperLetter[];
  readonly onPrinted: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [activeId, setActiveId] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { running, prepare, cancel } = useLetterBatch();
  const [prepared, setPrepared] = useState<PreparedLetters>();
  const { setup, save } = usePrintSetup();
  const [settingUp, setSettingUp] = useState(false);
  // What the user decided of a letter; formal notices take their copies along by themselves.
  const [appends, setAppends] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [waiting, setWaiting] = useState<{
    readonly letters: readonly LetterToSet[];
    readonly ready: LettersWithCopies;
  }>();
  const readiness = useMemo(
    () => new Map(approved.map((letter) => [letter.row.id, paperReadiness(ledger, letter, today)])),
    [ledger, approved, today],
  );
  const letters = useMemo(
    () => inPrintOrder(ledger, approved, setup.order, readiness),
    [ledger, approved, setup.order, readiness],
  );
  const isCurrent = useMemo(
    () => prepared === undefined || stillHold(prepared.models, readiness),
    [prepared, readiness],
  );
  const { listProps, rowProps } = useRowFocus(letters[0]?.row.id, (key, id) => {
    if (key !== ' ') return false;
    toggle(id);
    return true;
  });
  const isReady = ({ row }: PaperLetter): boolean => readiness.get(row.id)?.kind === 'ready';
  const toggle = (id: string): void =>
    setLeft((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const printable = letters.filter(isReady);
  const chosen = printable.filter(({ row }) => !left.has(row.id)).slice(0, batchAtMost);
  const active = letters.find(({ row }) => row.id === activeId) ?? letters[0];
  const activeReadiness = active && readiness.get(active.row.id);

  const setupDialog = (
    <PrintSetupDialog setup={setup} opened={settingUp} onSave={save} onClose={() => setSettingUp(false)} />
  );
  if (letters.length === 0 || !active || !activeReadiness)
    return (
      <>
        <EmptyState
          icon={FileText}
          title="Aucun courrier à imprimer."
          action={
            <Group justify="center">
              <Button component={Link} href={places.reminders} variant="default">
                Voir les relances
              </Button>
              <PrintSetupButton onClick={() => setSettingUp(true)} />
            </Group>
          }
        >
          Les lettres que vous approuvez dans « Relances » arrivent ici, et celles que vous écrivez depuis la
          fiche d’un client.
        </EmptyState>
        {setupDialog}
      </>
    );

  const set = async (toSet: readonly LetterToSet[], ready: LettersWithCopies): Promise<void> => {
    setWaiting(undefined);
    const batch = await prepare(ready.models, { appended: ready.appended, fileCopies: setup.fileCopies });
    if (!batch) return;
    setPrepared({
      letters: toSet.map(({ letter }) => letter),
      models: toSet.map(({ model }) => model),
      set: ready.models,
      batch,
    });
  };
  const prepareChosen = async (): Promise<void> => {
    const toSet = chosen.flatMap((letter): LetterToSet[] => {
      const state = readiness.get(letter.row.id);
      if (state?.kind !== 'ready') return [];
      const { model } = state;
      return [{ letter, model, appends: appends.get(letter.row.id) ?? appendsByDefault(model) }];
    });
    const wanted = copiesToExamine(ledger, toSet);
    const examined: ExaminedCopy[] = [];
    for (let from = 0; from < wanted.length; from += examinedAtOnce) {
      const answer = await bridge.copiesExamine(wanted.slice(from, from + examinedAtOnce));
      if (!answer.ok) {
        showRefusal(answer.error.message);
        return;
      }
      examined.push(...answer.value);
    }
    const ready = lettersWithCopies(ledger, toSet, examined);
    if (ready.leftOut.length > 0) setWaiting({ letters: toSet, ready });
    else await set(toSet, ready);
  };

  if (prepared)
    return (
      <BatchPanel
        letters={prepared.letters}
        models={prepared.set}
        batch={prepared.batch}
        setup={setup}
        isCurrent={isCurrent}
        onClose={() => setPrepared(undefined)}
        onPrinted={onPrinted}
      />
    );
  const label = `Préparer le PDF (${counted(chosen.length, 'courrier', 'courriers')})`;
  return (
    <div className={classes.split}>
      <div className={classes.side}>
        <div className={classes.bar}>
          <Checkbox
            label="Tout"
            checked={chosen.length > 0 && chosen.length === printable.length}
            indeterminate={chosen.length > 0 && chosen.length < printable.length}
            disabled={printable.length === 0}
            onChange={() =>
              setLeft(
                chosen.length === printable.length ? new Set(printable.map(({ row }) => row.id)) : new Set(),
              )
            }
          />
          <span className={classes.spacer} />
          {running !== undefined ? (
            <BatchProgress total={running} onCancel={cancel} />
          ) : (
            <Button
              leftSection={<Printer size={16} aria-hidden="true" />}
              disabled={chosen.length === 0}
              onClick={() => void prepareChosen()}
            >
              {label}
            </Button>
          )}
        </div>
        <div className={`${classes.bar} ${classes.sorting}`}>
          <span>Ordre</span>
          <Select
            aria-label="Ordre des courriers"
            className={classes.order ?? ''}
            allowDeselect={false}
            disabled={running !== undefined}
            data={orders}
            value={setup.order}
            onChange={(order) => {
              if (order !== null) void save({ ...setup, order });
            }}
          />
          <span className={classes.spacer} />
          <PrintSetupButton disabled={running !== undefined} onClick={() => setSettingUp(true)} />
        </div>
        <ul className={classes.list} aria-label="Courriers à imprimer" {...listProps}>
          {letters.slice(0, shownAtMost).map((letter) => (
            <ToPrintRow
              key={letter.row.id}
              letter={letter}
              readiness={readiness.get(letter.row.id)}
              active={letter.row.id === active.row.id}
              chosen={!left.has(letter.row.id)}
              rowProps={rowProps(letter.row.id)}
              onActivate={() => setActiveId(letter.row.id)}
              onToggle={() => toggle(letter.row.id)}
            />
          ))}
        </ul>
        {letters.length > shownAtMost && (
          <p className={classes.more}>
            et {formatCount(letters.length - shownAtMost)} autres, qui viendront après ceux-ci.
          </p>
        )}
      </div>
      <section className={classes.preview} aria-label="Aperçu du courrier">
        <LetterPreview
          letter={active}
          readiness={activeReadiness}
          copies={
            activeReadiness.kind === 'ready'
              ? copiesOfLetter(ledger, activeReadiness.model, invoiceIdsOf(active))
              : { copies: [], missing: [] }
          }
          appends={appends.get(active.row.id)}
          onAppend={(wanted) => setAppends(new Map(appends).set(active.row.id, wanted))}
        />
      </section>
      {setupDialog}
      <LeftOutDialog
        leftOut={waiting?.ready.leftOut ?? []}
        onContinue={() => {
          if (waiting) void set(waiting.letters, waiting.ready);
        }}
        onClose={() => setWaiting(undefined)}
      />
    </div>
  );
};
