import { useMemo } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { lifeCycleLabel } from '../../../shared/importing/life-cycle.ts';
import { matchLifeCycle } from '../../../shared/importing/life-cycle-matching.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import type { LifeCycleDraft } from './import-draft.ts';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

/** Statuses of a platform: which invoices they speak of, before anything is done. */
export const LifeCycleStep = ({
  wizard,
  draft,
}: {
  readonly wizard: ImportWizard;
  readonly draft: LifeCycleDraft;
}) => {
  const ledger = useLedger();
  const { events, problems } = draft.lifeCycle;
  const { matched, unknown, foreign } = useMemo(() => matchLifeCycle(ledger, events), [ledger, events]);
  const left = [
    ...unknown.map(
      ({ invoiceNumber }) => `Facture ${invoiceNumber}\u00A0: aucune facture de ce numéro, ou plusieurs.`,
    ),
    ...foreign.map(
      ({ invoiceNumber }) => `Facture ${invoiceNumber}\u00A0: émise par une autre société que la vôtre.`,
    ),
    ...problems.map(({ message }) => message),
  ];
  return (
    <StepForm
      label="Statuts de la plateforme"
      back={{ label: 'Autre fichier', onClick: wizard.startAgain }}
      submitLabel="Appliquer les statuts"
      isReady={matched.length > 0}
      onSubmit={wizard.importOther}
    >
      {matched.length === 0 && (
        <Notice tone="info">Aucun statut de ce fichier ne concerne une facture d’Acquit.</Notice>
      )}
      {matched.length > 0 && (
        <Card
          title={counted(matched.length, 'statut pour vos factures', 'statuts pour vos factures')}
          padded={false}
        >
          <table className={tableClasses.table}>
            <caption className="visually-hidden">Statuts de la plateforme</caption>
            <thead>
              <tr>
                <th scope="col">Facture</th>
                <th scope="col">Client</th>
                <th scope="col">Statut</th>
                <th scope="col">Le</th>
                <th scope="col">Motif</th>
              </tr>
            </thead>
            <tbody>
              {matched.map(({ invoice, event }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one invoice may have a status twice
                <tr key={index}>
                  <th scope="row" title={invoice.number}>
                    {invoice.number}
                  </th>
                  <td title={ledger.clients.get(invoice.clientId)?.name}>
                    {ledger.clients.get(invoice.clientId)?.name}
                  </td>
                  <td>
                    {event.code} {lifeCycleLabel(event.code)}
                  </td>
                  <td className="figures">{formatDay(event.on)}</td>
                  <td title={event.reason}>{event.reason ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {left.length > 0 && (
        <Notice tone="caution">
          <ul>
            {left.slice(0, 20).map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences may be the same
              <li key={index}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </StepForm>
  );
};
