import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { ContactAddition } from '../../../shared/importing/contact-merge.ts';
import { type ContactChoice, isNoNewContact, planContacts } from '../../../shared/importing/contact-plan.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AmbiguousContactsCard } from './ambiguous-contacts-card.tsx';
import checkClasses from './check-step.module.css';
import { ContactChangesCard } from './contact-changes-card.tsx';
import classes from './documents-step.module.css';
import type { ContactsDraft } from './import-draft.ts';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const mostProblems = 100;

const additionNames: Readonly<Record<ContactAddition, string>> = {
  code: 'code',
  siren: 'SIREN',
  'vat-number': 'n° de TVA',
  address: 'adresse',
  contact: 'contact',
  'contact-details': 'coordonnées',
};

/** What a contact list would do: who is completed, who is new, and who could be several clients. */
export const ContactsStep = ({
  wizard,
  draft,
}: {
  readonly wizard: ImportWizard;
  readonly draft: ContactsDraft;
}) => {
  const ledger = useLedger();
  const { contacts, choices, createsClients } = draft;
  const plan = useMemo(() => {
    let count = 0;
    return planContacts(
      ledger,
      contacts.rows,
      () => {
        count += 1;
        return `dry-run-${count}`;
      },
      choices,
    );
  }, [ledger, contacts, choices]);
  // Rows already decided stay in sight, so that a choice can be taken back.
  const asked = useMemo(() => {
    const open = new Map(
      planContacts(ledger, contacts.rows, () => 'dry-run').ambiguous.map((one) => [one.row.line, one]),
    );
    return [...open.values()];
  }, [ledger, contacts]);
  const created = createsClients ? plan.newClients : [];
  const problems = contacts.problems;
  const isEmpty = isNoNewContact({ ...plan, newClients: created });
  const decide = (line: number, choice: ContactChoice | undefined): void => {
    const next = new Map(choices);
    if (choice) next.set(line, choice);
    else next.delete(line);
    wizard.changeContacts({ choices: next });
  };
  return (
    <StepForm
      label="Contacts à importer"
      back={{ label: 'Autre fichier', onClick: wizard.startAgain }}
      submitLabel="Importer les contacts"
      isReady={!isEmpty}
      onSubmit={wizard.importOther}
    >
      <p className={checkClasses.summary} role="status">
        {counted(contacts.rows.length, 'contact lu', 'contacts lus')}
      </p>
      <div className={checkClasses.figures}>
        <KeyFigure label="Nouveaux clients" value={formatCount(created.length)} hint="inconnus d’Acquit" />
        <KeyFigure
          label="Clients complétés"
          value={formatCount(plan.completed.length)}
          hint="rien n’est remplacé"
        />
        <KeyFigure label="Déjà à jour" value={formatCount(plan.unchanged.length)} hint="rien à ajouter" />
        <KeyFigure
          label="À préciser"
          value={formatCount(plan.ambiguous.length)}
          hint={plan.ambiguous.length > 0 ? 'laissés de côté sinon' : 'aucun'}
        />
      </div>
      {isEmpty && <Notice tone="info">Ce fichier n’apprend rien de nouveau à Acquit.</Notice>}
      {(plan.newClients.length > 0 || !createsClients) && (
        <Card title="À décider">
          <Checkbox
            size="md"
            label="Créer les clients qu’Acquit ne connaît pas"
            description="Sinon, seuls les clients connus sont complétés."
            checked={createsClients}
            onChange={(event) => wizard.changeContacts({ createsClients: event.currentTarget.checked })}
          />
        </Card>
      )}
      {asked.length > 0 && <AmbiguousContactsCard asked={asked} choices={choices} onDecide={decide} />}
      {created.length > 0 && (
        <ContactChangesCard
          title={counted(created.length, 'nouveau client', 'nouveaux clients')}
          rows={created.map(({ id, name, contacts: people }) => ({
            id,
            name,
            detail:
              people
                .map((person) => [person.name, person.email, person.phone].filter(Boolean).join(' · '))
                .join(', ') || '—',
          }))}
        />
      )}
      {plan.completed.length > 0 && (
        <ContactChangesCard
          title={counted(plan.completed.length, 'client complété', 'clients complétés')}
          rows={plan.completed.map(({ clientId, client, added }) => ({
            id: clientId,
            name: client.name,
            detail: added.map((one) => additionNames[one]).join(', '),
          }))}
        />
      )}
      {problems.length > 0 && (
        <Card title={counted(problems.length, 'remarque', 'remarques')} padded={false}>
          <ul className={classes.refused}>
            {problems.slice(0, mostProblems).map(({ line, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may have a remark twice
              <li key={index}>
                <strong>{line === undefined ? 'Fichier' : `Ligne ${line}`}</strong>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </StepForm>
  );
};
