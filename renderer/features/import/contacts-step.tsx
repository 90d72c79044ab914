import { Button, Checkbox, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ContactAddition } from '../../../shared/importing/contact-merge.ts';
import {
  type AmbiguousContact,
  type ContactChoice,
  isNoNewContact,
  planContacts,
} from '../../../shared/importing/contact-plan.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import checkClasses from './check-step.module.css';
import classes from './documents-step.module.css';
import type { ContactsDraft } from './import-draft.ts';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const pageRows = 100;

const additionNames: Readonly<Record<ContactAddition, string>> = {
  code: 'code',
  siren: 'SIREN',
  'vat-number': 'n° de TVA',
  address: 'adresse',
  contact: 'contact',
  'contact-details': 'coordonnées',
};

const reasons: Readonly<Record<AmbiguousContact['reason'], string>> = {
  'same-name': 'plusieurs clients portent ce nom',
  'similar-name': 'un nom qui ressemble',
  'same-email': 'la même adresse e-mail',
  contradicts: 'un autre code ou SIREN',
};

const choiceOf = (value: string | null): ContactChoice | undefined => {
  if (value === null) return undefined;
  if (value === 'new' || value === 'skip') return { kind: value };
  return { kind: 'client', clientId: value.slice('client '.length) };
};

const selectedOf = (choice: ContactChoice | undefined): string | null => {
  if (!choice) return null;
  return choice.kind === 'client' ? `client ${choice.clientId}` : choice.kind;
};

/** A list of rows with a way to see more of them. */
const usePaged = <Row,>(rows: readonly Row[]) => {
  const [shown, setShown] = useState(pageRows);
  return {
    rows: rows.slice(0, shown),
    more:
      rows.length > shown ? (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageRows)}>
            Afficher la suite ({formatCount(rows.length - shown)} sur {formatCount(rows.length)})
          </Button>
        </div>
      ) : null,
  };
};

const ChangesCard = ({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
}) => {
  const paged = usePaged(rows);
  return (
    <Card title={title} padded={false}>
      <table className={tableClasses.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Ce qui est repris du fichier</th>
          </tr>
        </thead>
        <tbody>
          {paged.rows.map(({ id, name, detail }) => (
            <tr key={id}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td title={detail}>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paged.more}
    </Card>
  );
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
  const questions = usePaged(asked);
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
      {asked.length > 0 && (
        <Card title={counted(asked.length, 'contact à préciser', 'contacts à préciser')} padded={false}>
          <table className={tableClasses.table}>
            <caption className="visually-hidden">Contacts qui peuvent être de plusieurs clients</caption>
            <colgroup>
              <col />
              <col />
              <col className={classes.choice} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Contact</th>
                <th scope="col">Pourquoi</th>
                <th scope="col">C’est</th>
              </tr>
            </thead>
            <tbody>
              {questions.rows.map(({ row, candidateIds, reason }) => {
                const name = [row.organisation, row.name].filter((part) => part !== undefined).join(', ');
                return (
                  <tr key={row.line}>
                    <th scope="row" title={name}>
                      {name}
                    </th>
                    <td>{reasons[reason]}</td>
                    <td>
                      <Select
                        size="xs"
                        aria-label={`${name}\u00A0: de quel client est-ce le contact`}
                        placeholder="Laissé de côté"
                        data={[
                          ...candidateIds.map((id) => ({
                            value: `client ${id}`,
                            label: ledger.clients.get(id)?.name ?? '',
                          })),
                          { value: 'new', label: 'Un nouveau client' },
                          { value: 'skip', label: 'Ne pas importer' },
                        ]}
                        value={selectedOf(choices.get(row.line))}
                        onChange={(value) => decide(row.line, choiceOf(value))}
                        clearable
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {questions.more}
        </Card>
      )}
      {created.length > 0 && (
        <ChangesCard
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
        <ChangesCard
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
            {problems.slice(0, pageRows).map(({ line, message }, index) => (
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
