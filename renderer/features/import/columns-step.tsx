import { Button, Checkbox, TextInput } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { type ListKind, missingTargets } from '../../../shared/importing/column-mapping.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormatChoices } from './format-choices.tsx';
import { sourceName, type TableDraft } from './import-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import classes from './reading-choices.module.css';
import { ReadingChoices } from './reading-choices.tsx';
import { RequiredColumns } from './required-columns.tsx';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const otherLists: Readonly<Record<Exclude<ListKind, 'invoices' | 'unknown'>, string>> = {
  payments:
    'Cette liste ressemble à une liste de règlements. L’importer comme des factures compterait ce que vos clients ont déjà payé comme une dette.',
  clients:
    'Cette liste ressemble à une liste de clients, sans factures. Exportez plutôt la liste de vos factures.',
  'bank-statement':
    'Ce fichier ressemble à un relevé bancaire. L’importer comme des factures créerait des dettes qui n’existent pas.',
};

/** Lists that another import takes. */
const otherImports: Readonly<Partial<Record<ListKind, string>>> = {
  clients: 'Importer comme contacts',
  'bank-statement': 'Importer comme relevé',
};

const ListWarning = ({
  draft,
  onBank,
  onContacts,
  onConfirm,
}: {
  readonly draft: TableDraft;
  readonly onBank: () => void;
  readonly onContacts: () => void;
  readonly onConfirm: (confirmed: boolean) => void;
}) => {
  const { listKind } = draft.table.suggestion;
  if (listKind === 'invoices') return null;
  if (listKind === 'unknown')
    return (
      <Notice tone="caution">
        Acquit ne reconnaît pas sûrement une liste de factures. Vérifiez les colonnes ci-dessous.
      </Notice>
    );
  return (
    <Notice
      tone="alert"
      action={
        otherImports[listKind] && (
          <Button size="compact-sm" variant="default" onClick={listKind === 'clients' ? onContacts : onBank}>
            {otherImports[listKind]}
          </Button>
        )
      }
    >
      {otherLists[listKind]}
      <Checkbox
        mt="xs"
        label="C’est bien une liste de factures"
        checked={draft.isInvoiceList}
        onChange={(event) => onConfirm(event.currentTarget.checked)}
      />
    </Notice>
  );
};

/** Second step: what was detected, shown and correctable, and which column is what. */
export const ColumnsStep = ({
  wizard,
  draft,
  message,
}: {
  readonly wizard: ImportWizard;
  readonly draft: TableDraft;
  readonly message: string | undefined;
}) => {
  const { table } = draft;
  const missing = missingTargets(draft.mapping);
  const { listKind } = table.suggestion;
  const isConfirmed = listKind === 'invoices' || listKind === 'unknown' || draft.isInvoiceList;
  return (
    <StepForm
      label="Colonnes du fichier"
      back={{ label: 'Autre fichier', onClick: wizard.startAgain }}
      submitLabel="Vérifier les lignes"
      submitIcon={<ArrowRight size={16} aria-hidden="true" />}
      isReady={missing.length === 0 && isConfirmed}
      onSubmit={wizard.toCheck}
    >
      {message !== undefined && <Notice tone="alert">{message}</Notice>}
      <ListWarning
        draft={draft}
        onBank={wizard.toBank}
        onContacts={wizard.toContacts}
        onConfirm={(isInvoiceList) => wizard.change({ isInvoiceList })}
      />
      {draft.profile && (
        <Notice tone="info">
          Colonnes reprises de « {draft.profile.name} », dont les fichiers ont les mêmes titres.
        </Notice>
      )}
      <Card title={`${draft.fileName} : ${counted(table.rowCount, 'ligne', 'lignes')}`}>
        <div className={classes.choices}>
          <ReadingChoices options={draft.options} table={table} onChange={wizard.reread} />
          <FormatChoices draft={draft} onChange={(formats) => wizard.change({ formats })} />
        </div>
      </Card>
      <Card title="Quelle colonne contient quoi ?" padded={false}>
        <RequiredColumns missing={missing} />
        <MappingTable draft={draft} onChange={(mapping) => wizard.change({ mapping })} />
      </Card>
      <Card title="La prochaine fois">
        <TextInput
          label="Nom de cette source"
          description="Acquit retient ces colonnes et les reprend pour le prochain fichier qui a les mêmes titres."
          placeholder={sourceName(draft.fileName)}
          value={draft.profileName ?? draft.profile?.name ?? ''}
          onChange={(event) => wizard.change({ profileName: event.currentTarget.value })}
          maxLength={80}
          className={classes.wide ?? ''}
        />
      </Card>
    </StepForm>
  );
};
