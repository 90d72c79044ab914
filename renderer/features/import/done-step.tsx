import { Button, Group } from '@mantine/core';
import { CircleCheckBig, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ageingTable } from '../../../shared/ledger/ageing-table.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import type { CommandDone } from '../../db/run-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { undoneSequences } from '../journal/journal-entry.ts';
import { useJournal } from '../journal/use-journal.ts';
import classes from './check-step.module.css';
import { ImportHistory } from './import-history.tsx';
import { UndoImportDialog } from './undo-import-dialog.tsx';
import { useUndoImport } from './use-undo-import.ts';
import type { ImportWizard } from './wizard-phase.ts';

const shownName = 40;
const shortName = (name: string): string =>
  name.length > shownName ? `…${name.slice(1 - shownName)}` : name;

/** Last step: what was done, what it means, and the way back. */
export const DoneStep = ({ wizard, done }: { readonly wizard: ImportWizard; readonly done: CommandDone }) => {
  const ledger = useLedger();
  const today = useToday();
  const [, go] = useLocation();
  // Ctrl+Z and the journal undo it as well as the button here.
  const isUndone = undoneSequences(useJournal().entries).has(done.groupSequence);
  const undoing = useUndoImport();
  const Icon = isUndone ? Undo2 : CircleCheckBig;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { overdueCents, overdueOver60Cents, grossCents } = ageingTable(ledger, {
    asOf: today,
    today,
    by: 'due-date',
  });
  const [next] = wizard.waiting;
  return (
    <div className={classes.step}>
      <section className={classes.done} aria-labelledby="import-done">
        <Icon size={36} strokeWidth={1.25} aria-hidden="true" className={classes.doneIcon} />
        <h2 id="import-done" ref={title} tabIndex={-1}>
          {isUndone ? `Annulé : ${done.label}` : done.label}
        </h2>
        <p>
          {overdueCents === 0
            ? `${formatAmount(grossCents)} à encaisser, rien en retard.`
            : `${formatAmount(overdueCents)} en retard${
                overdueOver60Cents > 0
                  ? `, dont ${formatAmount(overdueOver60Cents)} depuis plus de 60 jours.`
                  : '.'
              }`}
        </p>
        <Group justify="center" gap="sm">
          <Button onClick={() => go(places.ageing)}>Voir la balance âgée</Button>
          {next ? (
            <Button variant="default" onClick={wizard.chooseWaiting} title={next.name}>
              {wizard.waiting.length > 1
                ? `Continuer avec les ${wizard.waiting.length} autres fichiers`
                : `Continuer avec « ${shortName(next.name)} »`}
            </Button>
          ) : (
            <Button variant="default" onClick={wizard.startAgain}>
              Importer un autre fichier
            </Button>
          )}
          {!isUndone && (
            <Button
              variant="default"
              loading={undoing.busyOn !== undefined}
              leftSection={<Undo2 size={16} aria-hidden="true" />}
              onClick={() => undoing.undo(done.groupSequence, wizard.startAgain)}
            >
              Annuler cet import
            </Button>
          )}
        </Group>
      </section>
      {done.mirrorProblem && <Notice tone="caution">{done.mirrorProblem.message}</Notice>}
      <ImportHistory />
      <UndoImportDialog undoing={undoing} />
    </div>
  );
};
