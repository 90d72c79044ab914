import { Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { limitationPreview } from '../../../shared/claims/limitation-preview.ts';
import { type Day, earlierDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { interruptionNames } from '../../../shared/law/interruption.ts';
import { openInvoices } from '../../../shared/ledger/balance.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { type RecordableInterruption, recordInterruption } from '../../db/commands/limitation.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

const privateCauses: readonly RecordableInterruption[] = [
  'acknowledgement',
  'partial-payment',
  'court-claim',
  'enforcement',
];
const publicCauses: readonly RecordableInterruption[] = [
  'written-claim',
  'acknowledgement',
  'partial-payment',
  'court-claim',
];

const examples: Readonly<Record<RecordableInterruption, string>> = {
  acknowledgement: 'Lettre ou e-mail qui reconnaît la dette, échéancier signé, demande écrite de délai.',
  'partial-payment': 'Seulement un paiement qui n’est pas encore dans Acquit.',
  'court-claim': 'Assignation, injonction de payer signifiée, même en référé ou devant un juge incompétent.',
  enforcement: 'Saisie conservatoire ou d’exécution, commandement aux fins de saisie.',
  'written-claim': 'Demande de paiement écrite, dont vous gardez la preuve.',
};

/** « Noter un acte interruptif »: what, when, what proves it, and for which invoices of the client. */
export const LimitationActForm = ({
  invoice,
  client,
  signedPlanOn,
  onDone,
}: {
  readonly invoice: Invoice;
  readonly client: Client;
  /** Filled in from an agreed plan that the client signed. */
  readonly signedPlanOn: Day | undefined;
  readonly onDone: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const container = useFocusOnMount('input');
  const isPublic = client.regime === 'public';
  const causes = isPublic ? publicCauses : privateCauses;
  const [cause, setCause] = useState<RecordableInterruption>(
    signedPlanOn === undefined ? (causes[0] ?? 'acknowledgement') : 'acknowledgement',
  );
  const [on, setOn] = useState(signedPlanOn);
  const [note, setNote] = useState(signedPlanOn === undefined ? '' : 'Échéancier signé');
  const [coversOthers, setCoversOthers] = useState(false);
  const [tried, setTried] = useState(false);
  const others =
    on === undefined
      ? []
      : openInvoices(ledger).filter(
          (other) =>
            other.clientId === client.id &&
            other.id !== invoice.id &&
            earlierDay(other.performedOn ?? other.issuedOn, other.issuedOn) <= on,
        );
  const preview =
    on === undefined || on > today ? undefined : limitationPreview(ledger, invoice, { on, cause });
  const hint = (): string => {
    if (preview === undefined) return '';
    if (preview.effect === 'renews') return `Nouveau dernier jour\u00A0: ${formatDay(preview.lastDay)}.`;
    if (preview.effect === 'before-start') return 'Cet acte précède le délai\u00A0: il ne change rien.';
    const over = `Le dernier jour pour agir était le ${formatDay(preview.lastDay)}\u00A0:`;
    if (preview.isArguable) return `${over} cet acte ne compte que si le délai part de l’échéance.`;
    return `${over} un acte postérieur ne fait pas revivre la créance.`;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (on === undefined) return;
    const invoiceIds = [invoice.id, ...(coversOthers ? others.map(({ id }) => id) : [])];
    if (await run(recordInterruption, { invoiceIds, on, cause, note })) onDone();
  };
  return (
    <div ref={container}>
      <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onDone} hint={hint()}>
        <Select
          label="Nature de l’acte"
          description={examples[cause]}
          data={causes.map((value) => ({ value, label: interruptionNames(value, isPublic).title }))}
          value={cause}
          allowDeselect={false}
          onChange={(picked) => setCause(causes.find((value) => value === picked) ?? cause)}
        />
        <DayInput
          label="Date de l’acte"
          value={on}
          onChange={setOn}
          maxDay={today}
          error={tried && on === undefined ? 'Indiquez la date de l’acte.' : undefined}
        />
        <Textarea
          label="Ce qui le prouve (facultatif)"
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {others.length > 0 && (
          <Checkbox
            label={
              others.length === 1
                ? `Vaut aussi pour la facture ${others[0]?.number ?? ''}`
                : `Vaut aussi pour les ${others.length} autres factures ouvertes du client à cette date`
            }
            checked={coversOthers}
            onChange={(event) => setCoversOthers(event.currentTarget.checked)}
          />
        )}
      </DialogForm>
    </div>
  );
};
