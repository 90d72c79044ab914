import { Checkbox, Radio, Stack } from '@mantine/core';
import type { FecImportPlan } from '../../../shared/importing/fec-import.ts';
import { fecRemarksFrench } from '../../../shared/importing/fec-summary.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import classes from './check-step.module.css';
import type { DraftChanges, FecDraft } from './import-draft.ts';

const shownRows = 100;

const evidenceText = {
  lettered: 'lettrée dans la comptabilité',
  opening: 'plus reprise à l’ouverture',
  absent: 'absente, sans preuve',
} as const;

const settleChoices = [
  { value: 'proven', label: 'Solder celles que le lettrage prouve' },
  { value: 'all', label: 'Les solder toutes' },
  { value: 'none', label: 'N’en solder aucune' },
] as const;

/** Invoices of an earlier file that this one no longer leaves open. */
const Settlements = ({
  plan,
  draft,
  onChange,
}: {
  readonly plan: FecImportPlan;
  readonly draft: FecDraft;
  readonly onChange: (changes: DraftChanges) => void;
}) => {
  const ledger = useLedger();
  const { settlements } = plan.accounting;
  return (
    <Card
      title={counted(
        settlements.length,
        'facture n’est plus ouverte dans la comptabilité',
        'factures ne sont plus ouvertes dans la comptabilité',
      )}
      padded={false}
    >
      <div className={classes.fecChoice}>
        <Radio.Group
          aria-label="Factures qui ne sont plus ouvertes"
          value={draft.settle}
          onChange={(value) => {
            const choice = settleChoices.find((known) => known.value === value);
            if (choice) onChange({ settle: choice.value });
          }}
        >
          <Stack gap="xs">
            {settleChoices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </div>
      <table className={tableClasses.table}>
        <caption className="visually-hidden">Factures qui ne sont plus ouvertes</caption>
        <thead>
          <tr>
            <th scope="col">Facture</th>
            <th scope="col">Client</th>
            <th scope="col" className={tableClasses.amount}>
              Montant
            </th>
            <th scope="col">Pourquoi</th>
            <th scope="col">Sera soldée</th>
          </tr>
        </thead>
        <tbody>
          {settlements
            .slice(0, shownRows)
            .map(({ invoiceId, clientId, number, cents, evidence, isChosen }) => (
              <tr key={invoiceId} data-quiet={!isChosen || undefined}>
                <th scope="row" title={number}>
                  {number}
                </th>
                <td title={ledger.clients.get(clientId)?.name}>{ledger.clients.get(clientId)?.name}</td>
                <td className={`${tableClasses.amount} figures`}>{formatAmount(cents)}</td>
                <td>{evidenceText[evidence]}</td>
                <td>{isChosen ? 'oui' : 'non'}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {settlements.length > shownRows && (
        <p className={classes.explanation}>… et {settlements.length - shownRows} autres.</p>
      )}
    </Card>
  );
};

/** What entries of accounting leave to decide, and what they do beside invoices. */
export const FecChoices = ({
  plan,
  draft,
  onChange,
}: {
  readonly plan: FecImportPlan;
  readonly draft: FecDraft;
  readonly onChange: (changes: DraftChanges) => void;
}) => {
  const { newCredits, doubtful, newerOn, settlements } = plan.accounting;
  // Whether doubtful clients are reminded is asked below.
  const remarks = fecRemarksFrench({ ...plan, accounting: { ...plan.accounting, doubtful: [] } });
  return (
    <>
      {newCredits.length > 0 && (
        <Notice tone="info">
          {counted(newCredits.length, 'règlement ou acompte attendra', 'règlements ou acomptes attendront')}{' '}
          dans «{'\u00A0'}À affecter{'\u00A0'}», pour{' '}
          {formatAmount(sumCents(newCredits.map(({ cents }) => cents)))}.
        </Notice>
      )}
      {remarks.length > 0 && (
        <Notice tone={newerOn === undefined ? 'info' : 'caution'}>
          {remarks.length === 1 ? (
            remarks[0]
          ) : (
            <ul className={classes.remarks}>
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {(doubtful.length > 0 || newerOn !== undefined) && (
        <Card title="Comptabilité">
          <div className={classes.choices}>
            {doubtful.length > 0 && (
              <Checkbox
                size="md"
                label={
                  doubtful.length > 1
                    ? `Exclure des relances les ${doubtful.length} clients douteux (compte 416)`
                    : `Exclure des relances le client douteux (compte 416)`
                }
                description={doubtful.map(({ name }) => name).join(', ')}
                checked={draft.excludeDoubtful}
                onChange={(event) => onChange({ excludeDoubtful: event.currentTarget.checked })}
              />
            )}
            {newerOn !== undefined && (
              <Checkbox
                size="md"
                label="Importer quand même ce fichier plus ancien"
                checked={draft.allowOlder}
                onChange={(event) => onChange({ allowOlder: event.currentTarget.checked })}
              />
            )}
          </div>
        </Card>
      )}
      {settlements.length > 0 && <Settlements plan={plan} draft={draft} onChange={onChange} />}
    </>
  );
};
