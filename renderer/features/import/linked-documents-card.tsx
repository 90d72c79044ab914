import { Select } from '@mantine/core';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import { type DocumentBatch, type LinkedDocument, withChosenLink } from './document-batch.ts';
import classes from './documents-step.module.css';

const pageRows = 100;

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

/** PDFs that hold no invoice, and the invoice of which each becomes the copy. */
export const LinkedDocumentsCard = ({
  batch,
  onChange,
}: {
  readonly batch: DocumentBatch;
  readonly onChange: (batch: DocumentBatch) => void;
}) => {
  const { linked } = batch;
  const { rows, more } = usePagedRows(linked, pageRows);
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
          {rows.map((document, index) => (
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
      {more}
    </Card>
  );
};
