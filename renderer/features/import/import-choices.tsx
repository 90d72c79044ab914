import { Checkbox } from '@mantine/core';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import classes from './check-step.module.css';
import type { DraftChanges, ImportDraft } from './import-draft.ts';

const listed = 5;

/** « F-1, F-2, F-3 et 4 autres ». */
const numbersText = (numbers: readonly string[]): string =>
  numbers.length > listed
    ? `${numbers.slice(0, listed).join(', ')} et ${numbers.length - listed} autres`
    : numbers.join(', ');

/** What the file leaves open: a due date for invoices without one, and invoices that it gives as cancelled. */
export const ImportChoices = ({
  draft,
  plan,
  onChange,
}: {
  readonly draft: ImportDraft;
  readonly plan: ImportPlan;
  readonly onChange: (changes: DraftChanges) => void;
}) => {
  const ledger = useLedger();
  const { defaultTermDays: usualTermDays } = settingsOf(ledger, 'reminders');
  const defaultTermDays = draft.kind === 'fec' ? draft.termDays : usualTermDays;
  const undated = plan.newInvoices.filter(
    ({ row }) => row.kind === 'invoice' && row.dueOn === undefined && row.remainingCents > 0,
  ).length;
  const cancelled = plan.cancelledInFile;
  if (undated === 0 && cancelled.length === 0) return null;
  return (
    <Card title="À décider">
      <div className={classes.choices}>
        {undated > 0 && (
          <Checkbox
            size="md"
            label={
              undated > 1
                ? `Calculer l’échéance des ${formatCount(undated)} factures qui n’en ont pas : ${defaultTermDays} jours après la date de facture`
                : `Calculer l’échéance de la facture qui n’en a pas : ${defaultTermDays} jours après la date de facture`
            }
            description="Les conditions propres à un client l’emportent ; celles qui comptent à partir de la réception laissent l’échéance vide. Sans échéance, une facture n’est jamais relancée et attend dans les données à compléter."
            checked={draft.fillDueDates}
            onChange={(event) => onChange({ fillDueDates: event.currentTarget.checked })}
          />
        )}
        {cancelled.length > 0 && (
          <Checkbox
            size="md"
            label={
              cancelled.length > 1
                ? `Annuler aussi dans Acquit les ${formatCount(cancelled.length)} factures que le fichier donne comme annulées ou brouillons`
                : 'Annuler aussi dans Acquit la facture que le fichier donne comme annulée ou brouillon'
            }
            description={numbersText(cancelled.map(({ row }) => row.number))}
            checked={draft.cancelAsInFile}
            onChange={(event) => onChange({ cancelAsInFile: event.currentTarget.checked })}
          />
        )}
      </div>
    </Card>
  );
};
