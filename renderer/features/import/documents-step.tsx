import { Button, Select } from '@mantine/core';
import { ArrowRight, Paperclip } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { formatAmount, formatPlainAmount } from '../../../shared/money/format-amount.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import {
  type DocumentBatch,
  type InvoiceDocument,
  type LinkedDocument,
  withChosenLink,
} from './document-batch.ts';
import { profileName } from './document-profile.ts';
import classes from './documents-step.module.css';
import type { DocumentsDraft } from './import-draft.ts';
import type { RefusedFile } from './open-files.ts';
import { RefusedFiles } from './refused-files.tsx';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const pageRows = 100;

const amountText = (cents: Parameters<typeof formatAmount>[0], currency: string): string =>
  currency === 'EUR' ? formatAmount(cents) : `${formatPlainAmount(cents)}\u00A0${currency}`;

const InvoiceRowView = ({ document }: { readonly document: InvoiceDocument }) => {
  const { row, file, form } = document;
  const sign = row.kind === 'credit-note' ? '−\u00A0' : '';
  return (
    <tr>
      <td className={`${classes.quiet} figures`}>{row.line}</td>
      <th scope="row" title={`${row.number} (${file.name})`}>
        <span className={classes.attached}>
          {row.number}
          {form === 'pdf' && (
            <Paperclip size={14} role="img" aria-label="PDF à joindre" className={classes.quiet} />
          )}
        </span>
      </th>
      <td title={row.clientName}>{row.clientName}</td>
      <td className="figures">{formatDay(row.issuedOn)}</td>
      <td className="figures">{row.dueOn === undefined ? '—' : formatDay(row.dueOn)}</td>
      <td className={`${tableClasses.amount} figures`}>
        {sign}
        {amountText(row.totalCents, row.currency)}
      </td>
      <td className={`${tableClasses.amount} figures`}>
        {sign}
        {amountText(row.remainingCents, row.currency)}
      </td>
      <td className={`${classes.quiet} ${classes.wide}`} title={document.profile}>
        {profileName(document)}
      </td>
    </tr>
  );
};

const InvoicesCard = ({ invoices }: { readonly invoices: readonly InvoiceDocument[] }) => {
  const [shown, setShown] = useState(pageRows);
  return (
    <Card
      title={counted(invoices.length, 'facture électronique lue', 'factures électroniques lues')}
      padded={false}
    >
      <div className={classes.scroller}>
        <table className={tableClasses.table}>
          <caption className="visually-hidden">Factures électroniques lues</caption>
          <colgroup>
            <col className={classes.number} />
            <col />
            <col />
            <col className={classes.day} />
            <col className={classes.day} />
            <col className={classes.money} />
            <col className={classes.money} />
            <col className={`${classes.profile} ${classes.wide}`} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Rang</span>
              </th>
              <th scope="col">Numéro</th>
              <th scope="col">Client</th>
              <th scope="col">Date</th>
              <th scope="col">Échéance</th>
              <th scope="col" className={tableClasses.amount}>
                Total TTC
              </th>
              <th scope="col" className={tableClasses.amount}>
                Reste à payer
              </th>
              <th scope="col" className={classes.wide}>
                Format
              </th>
            </tr>
          </thead>
          <tbody>
            {invoices.slice(0, shown).map((document) => (
              <InvoiceRowView key={document.row.line} document={document} />
            ))}
          </tbody>
        </table>
      </div>
      {invoices.length > shown && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageRows)}>
            Afficher la suite ({formatCount(invoices.length - shown)} sur {formatCount(invoices.length)})
          </Button>
        </div>
      )}
    </Card>
  );
};

/** « Facture F-12, Dupont SARL ». */
const invoiceText = (ledger: Ledger, invoiceId: string): string => {
  const invoice = ledger.invoices.get(invoiceId);
  const client = invoice && ledger.clients.get(invoice.clientId)?.name;
  return `${invoice?.kind === 'credit-note' ? 'Avoir' : 'Facture'} ${invoice?.number ?? ''}, ${client ?? ''}`;
};

const LinkView = ({
  document: { link, file },
  batch,
  onChoose,
}: {
  readonly document: LinkedDocument;
  readonly batch: DocumentBatch;
  readonly onChoose: (value: string | null) => void;
}) => {
  const ledger = useLedger();
  const rowText = (line: number): string => {
    const row = batch.invoices.find((invoice) => invoice.row.line === line)?.row;
    return `Facture ${row?.number ?? ''}, ${row?.clientName ?? ''}`;
  };
  switch (link.kind) {
    case 'ledger':
      return <>{invoiceText(ledger, link.invoiceId)}</>;
    case 'batch':
      return <>{rowText(link.line)}</>;
    case 'has-copy':
      return (
        <span className={classes.quiet}>
          {invoiceText(ledger, link.invoiceId)}
          {'\u00A0'}: a déjà sa copie, qui reste
        </span>
      );
    case 'none':
      return <span className={classes.quiet}>Aucune facture de ce numéro{'\u00A0'}: laissé de côté</span>;
    case 'several':
      return (
        <Select
          size="xs"
          aria-label={`Facture dont ${file.name} est la copie`}
          placeholder={`${link.invoiceIds.length + link.lines.length} factures conviennent : choisir…`}
          data={[
            ...link.invoiceIds.map((id) => ({ value: `invoice ${id}`, label: invoiceText(ledger, id) })),
            ...link.lines.map((line) => ({ value: `line ${line}`, label: rowText(line) })),
          ]}
          value={link.chosen ?? null}
          onChange={onChoose}
          clearable
        />
      );
  }
};

const LinkedCard = ({
  batch,
  onChange,
}: {
  readonly batch: DocumentBatch;
  readonly onChange: (batch: DocumentBatch) => void;
}) => {
  const [shown, setShown] = useState(pageRows);
  const { linked } = batch;
  return (
    <Card
      title={counted(linked.length, 'PDF sans facture électronique', 'PDF sans facture électronique')}
      padded={false}
    >
      <p className={classes.explanation}>
        Ils deviennent la copie de la facture dont leur nom porte le numéro. Vos relances les joindront.
      </p>
      <table className={tableClasses.table}>
        <caption className="visually-hidden">PDF et la facture dont ils sont la copie</caption>
        <colgroup>
          <col />
          <col className={classes.choice} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Fichier</th>
            <th scope="col">Copie de</th>
          </tr>
        </thead>
        <tbody>
          {linked.slice(0, shown).map((document, index) => (
            <tr key={`${document.file.hash} ${document.file.name}`}>
              <th scope="row" title={document.file.name}>
                {document.file.name}
              </th>
              <td>
                <LinkView
                  document={document}
                  batch={batch}
                  onChoose={(chosen) => onChange(withChosenLink(batch, index, chosen ?? undefined))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {linked.length > shown && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageRows)}>
            Afficher la suite ({formatCount(linked.length - shown)} sur {formatCount(linked.length)})
          </Button>
        </div>
      )}
    </Card>
  );
};

/** Second step of electronic invoices and PDFs: what was read of each file, and what was refused. */
export const DocumentsStep = ({
  wizard,
  draft,
  refused,
}: {
  readonly wizard: ImportWizard;
  readonly draft: DocumentsDraft;
  readonly refused: readonly RefusedFile[];
}) => {
  const { batch } = draft;
  const leftOut = useMemo(() => [...batch.refused, ...refused], [batch, refused]);
  const hasLink = batch.linked.some(
    ({ link }) => link.kind === 'ledger' || (link.kind === 'several' && link.chosen !== undefined),
  );
  const { waiting } = wizard;
  const isReady = batch.invoices.length > 0 || hasLink;
  return (
    <StepForm
      label="Documents lus"
      back={{ label: 'Autres fichiers', onClick: wizard.startAgain }}
      submitLabel="Vérifier"
      submitIcon={<ArrowRight size={16} aria-hidden="true" />}
      isReady={isReady}
      onSubmit={wizard.toCheck}
    >
      {batch.invoices.length > 0 && <InvoicesCard invoices={batch.invoices} />}
      {batch.linked.length > 0 && (
        <LinkedCard batch={batch} onChange={(next) => wizard.change({ batch: next })} />
      )}
      {leftOut.length > 0 && <RefusedFiles files={leftOut} />}
      {waiting.length > 0 && (
        <Notice
          tone="info"
          action={
            isReady ? undefined : (
              <Button size="compact-sm" variant="default" onClick={wizard.chooseWaiting}>
                Continuer
              </Button>
            )
          }
        >
          {waiting.length === 1
            ? `«\u00A0${waiting[0]?.name ?? ''}\u00A0» n’est pas un document\u00A0: il vous sera proposé après cet import.`
            : `${waiting.length} autres fichiers ne sont pas des documents\u00A0: ils vous seront proposés après cet import.`}
        </Notice>
      )}
    </StepForm>
  );
};
