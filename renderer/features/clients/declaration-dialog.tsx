import { useState } from 'react';
import { declarationRecipient } from '../../../shared/claims/declaration-text.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Client, Insolvency } from '../../../shared/ledger/client.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordDeclaration } from '../../db/commands/insolvency.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const DeclarationForm = ({
  client,
  insolvency,
  onClose,
}: {
  readonly client: Client;
  readonly insolvency: Insolvency;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const run = useRun();
  const [declaredOn, setDeclaredOn] = useState<Day | undefined>(insolvency.declaredOn ?? today);
  const error =
    declaredOn === undefined
      ? 'Indiquez la date d’envoi.'
      : declaredOn > today
        ? 'Cette date est dans le futur.'
        : declaredOn < insolvency.judgmentOn
          ? `La déclaration suit le jugement du ${formatDay(insolvency.judgmentOn)}.`
          : undefined;
  const submit = async (): Promise<void> => {
    if (declaredOn === undefined || error !== undefined) return;
    if (await run(recordDeclaration, { clientId: client.id, declaredOn })) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint="Les alarmes du délai s’arrêtent."
    >
      <DayInput
        label={`Envoyée au ${declarationRecipient(insolvency.kind)} le`}
        description="Le jour de l’envoi, celui qui compte : gardez-en la preuve."
        value={declaredOn}
        onChange={setDeclaredOn}
        maxDay={today}
        error={error}
        data-autofocus
      />
    </DialogForm>
  );
};

/** « Déclaration envoyée le … ». */
export const DeclarationDialog = ({
  client,
  insolvency,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly insolvency: Insolvency;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Déclaration envoyée" opened={opened} onClose={onClose} size="sm">
    <DeclarationForm client={client} insolvency={insolvency} onClose={onClose} />
  </Dialog>
);
