import { Button, TextInput } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { removeImportProfile, renameImportProfile } from '../../db/commands/import-profiles.ts';
import { Card } from '../../ui/card.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import classes from './profiles-card.module.css';

const contentNames: Readonly<Record<NonNullable<ImportProfile['content']>, string>> = {
  invoices: 'Factures',
  bank: 'Relevés bancaires',
  contacts: 'Contacts',
};

const RenameForm = ({
  profile,
  onClose,
}: {
  readonly profile: ImportProfile;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [name, setName] = useState(profile.name);
  return (
    <DialogForm
      submitLabel="Renommer"
      onCancel={onClose}
      onSubmit={async () => {
        if (name.trim() === profile.name || (await run(renameImportProfile, { id: profile.id, name })))
          onClose();
      }}
    >
      <TextInput
        label="Nom de la source"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
        data-autofocus
      />
    </DialogForm>
  );
};

/** The sources whose columns are known, each with a name of the user's. */
export const ProfilesCard = () => {
  const { importProfiles } = useLedger();
  const run = useRun();
  const [renaming, setRenaming] = useState<ImportProfile>();
  const profiles = useMemo(
    () => [...importProfiles.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    [importProfiles],
  );
  return (
    <Card title="Sources de fichiers" padded={false}>
      <p className={classes.text}>
        {profiles.length === 0
          ? 'Quand vous corrigez les colonnes d’un fichier, Acquit les retient ici pour le suivant.'
          : 'Acquit reconnaît ces fichiers à leurs titres et reprend les colonnes que vous avez choisies.'}
      </p>
      {profiles.length > 0 && (
        <table className={tableClasses.table}>
          <caption className="visually-hidden">Sources de fichiers connues</caption>
          <colgroup>
            <col />
            <col className={classes.content} />
            <col className={classes.actions} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Contenu</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.id} data-row>
                <th scope="row" title={profile.name}>
                  {profile.name}
                </th>
                <td>{contentNames[profile.content ?? 'invoices']}</td>
                <td className={tableClasses.amount}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<Pencil size={14} aria-hidden="true" />}
                    aria-label={`Renommer ${profile.name}`}
                    onClick={() => setRenaming(profile)}
                  >
                    Renommer
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<Trash2 size={14} aria-hidden="true" />}
                    aria-label={`Oublier ${profile.name}`}
                    onClick={() => void run(removeImportProfile, { id: profile.id })}
                  >
                    Oublier
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Dialog
        title="Renommer la source"
        opened={renaming !== undefined}
        onClose={() => setRenaming(undefined)}
      >
        {renaming && <RenameForm profile={renaming} onClose={() => setRenaming(undefined)} />}
      </Dialog>
    </Card>
  );
};
