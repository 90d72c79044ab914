import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { normaliseEmailAddress } from '../../../shared/identifiers/email-address.ts';
import { clientNameKey } from '../../../shared/importing/import-identity.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { blankClient, createClient } from '../../db/commands/clients.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { RegimeField } from './regime-field.tsx';

const NewClientForm = ({ onClose }: { readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [regime, setRegime] = useState<DebtorRegime>('b2b');
  const [tried, setTried] = useState(false);
  const read = normaliseEmailAddress(email);
  const emailProblem =
    read.ok || read.error.kind === 'empty' ? undefined : 'Cette adresse e-mail est incomplète ou mal écrite.';
  const key = clientNameKey(name);
  const hasNamesake =
    key !== '' && [...ledger.clients.values()].some((client) => clientNameKey(client.name) === key);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || emailProblem) return;
    const id = newId();
    const contacts = read.ok
      ? [{ id: newId(), name: '', role: 'reminders' as const, email: read.value }]
      : [];
    const done = await run(createClient, { id, client: { ...blankClient(name), regime, contacts } });
    if (!done) return;
    onClose();
    go(places.client(id));
  };
  return (
    <DialogForm submitLabel="Créer le client" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom ou raison sociale"
        value={name}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
        description={hasNamesake ? 'Un client porte déjà ce nom.' : undefined}
        error={tried && name.trim() === '' ? 'Indiquez le nom.' : undefined}
        data-autofocus
      />
      <TextInput
        label="Adresse e-mail pour les relances (facultatif)"
        value={email}
        maxLength={320}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={tried ? emailProblem : undefined}
      />
      <RegimeField value={regime} onChange={setRegime} />
    </DialogForm>
  );
};

/** « Nouveau client »: a name is enough; his page opens for the rest. */
export const NewClientDialog = ({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Nouveau client" opened={opened} onClose={onClose}>
    <NewClientForm onClose={onClose} />
  </Dialog>
);
