import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type EmailAddressError, normaliseEmailAddress } from '../../../shared/identifiers/email-address.ts';
import type { Contact, ContactRole } from '../../../shared/ledger/client.ts';
import { contactRoleNames } from '../../../shared/ledger/client-names.ts';
import { unreachable } from '../../../shared/result.ts';
import { useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { saveContact } from '../../db/commands/clients.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const roles: readonly ContactRole[] = ['reminders', 'accounting', 'decision-maker', 'site', 'other'];

const problemOf = (kind: EmailAddressError['kind']): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'several':
      return 'Une seule adresse par contact.';
    case 'not-ascii':
      return 'Une adresse e-mail ne contient pas d’accents.';
    case 'too-long':
      return 'Cette adresse est trop longue.';
    case 'control-character':
    case 'not-an-address':
      return 'Cette adresse e-mail est incomplète ou mal écrite.';
    default:
      return unreachable(kind);
  }
};

const ContactForm = ({
  clientId,
  contact,
  onClose,
}: {
  readonly clientId: string;
  readonly contact: Contact | undefined;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [name, setName] = useState(contact?.name ?? '');
  const [role, setRole] = useState<ContactRole>(contact?.role ?? 'reminders');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [left, setLeft] = useState(contact !== undefined);
  const read = normaliseEmailAddress(email);
  const problem = read.ok ? undefined : problemOf(read.error.kind);
  const submit = async (): Promise<void> => {
    setLeft(true);
    if (problem) return;
    const done = await run(saveContact, {
      clientId,
      contact: {
        id: contact?.id ?? newId(),
        name,
        role,
        email: read.ok ? read.value : undefined,
        phone: phone.trim() === '' ? undefined : phone.trim(),
      },
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <Group grow align="flex-start" gap="md">
        <TextInput
          label="Nom"
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label="Rôle"
          data={roles.map((value) => ({ value, label: contactRoleNames[value] }))}
          value={role}
          allowDeselect={false}
          onChange={(picked) => setRole(roles.find((value) => value === picked) ?? role)}
        />
      </Group>
      <TextInput
        label="Adresse e-mail"
        value={email}
        maxLength={320}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setLeft(false);
        }}
        onBlur={() => setLeft(true)}
        error={left ? problem : undefined}
      />
      <TextInput
        label="Téléphone"
        value={phone}
        maxLength={40}
        inputMode="tel"
        autoComplete="off"
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** A person or a service of the client. Dunning steps choose the recipient by role. */
export const ContactDialog = ({
  clientId,
  contact,
  opened,
  onClose,
}: {
  readonly clientId: string;
  readonly contact: Contact | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={contact === undefined ? 'Ajouter un contact' : 'Modifier le contact'}
    opened={opened}
    onClose={onClose}
  >
    <ContactForm clientId={clientId} contact={contact} onClose={onClose} />
  </Dialog>
);
