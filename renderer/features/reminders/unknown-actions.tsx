import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { fullMoment } from '../../../shared/reminders/clock-question.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { resolveUnknown } from '../../db/commands/reminders.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const ResendForm = ({ reminder, onClose }: { readonly reminder: Reminder; readonly onClose: () => void }) => {
  const name = useLedger().clients.get(reminder.clientId)?.name ?? '';
  const run = useRun();
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState(false);
  const { state } = reminder;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!checked) return;
    if (await run(resolveUnknown, { id: reminder.id, left: false })) onClose();
  };
  return (
    <DialogForm submitLabel="Remettre à valider" onSubmit={submit} onCancel={onClose}>
      <p style={{ margin: 0 }}>
        Personne ne sait si {name} a reçu ce message
        {state.kind === 'unknown' ? ` du ${fullMoment(Date.parse(state.since))}` : ''}. S’il l’a déjà, il le
        recevra deux fois. Cherchez-le d’abord dans vos messages envoyés, ou demandez à votre client.
      </p>
      <p style={{ margin: 0 }}>
        La relance revient dans «&nbsp;À valider&nbsp;» et part quand vous l’approuvez.
      </p>
      <Checkbox
        label={'J’ai vérifié\u00A0: ce message n’est pas parti'}
        checked={checked}
        onChange={(event) => setChecked(event.currentTarget.checked)}
        error={tried && !checked ? 'Cochez cette case une fois la vérification faite.' : undefined}
        data-autofocus
      />
    </DialogForm>
  );
};

/** What the user can say of a message « peut-être parti »: only he can find out, and only he sends it again. */
export const UnknownActions = ({ reminder }: { readonly reminder: Reminder }) => {
  const run = useRun();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void run(resolveUnknown, { id: reminder.id, left: true })}
      >
        Il est bien parti
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Je le renvoie…
      </Button>
      <Dialog title="Renvoyer cette relance" opened={asking} onClose={() => setAsking(false)}>
        <ResendForm reminder={reminder} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
};
