import { Select } from '@mantine/core';
import type { AmbiguousContact, ContactChoice } from '../../../shared/importing/contact-plan.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import classes from './documents-step.module.css';

const pageRows = 100;

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

/** Contacts that could be of several clients: the user says of which, or leaves them aside. */
export const AmbiguousContactsCard = ({
  asked,
  choices,
  onDecide,
}: {
  readonly asked: readonly AmbiguousContact[];
  /** By line of the file. */
  readonly choices: ReadonlyMap<number, ContactChoice>;
  readonly onDecide: (line: number, choice: ContactChoice | undefined) => void;
}) => {
  const ledger = useLedger();
  const { rows, more } = usePagedRows(asked, pageRows);
  return (
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
          {rows.map(({ row, candidateIds, reason }) => {
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
                    onChange={(value) => onDecide(row.line, choiceOf(value))}
                    clearable
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </Card>
  );
};
