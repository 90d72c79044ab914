import { Button, Loader } from '@mantine/core';
import { Link } from 'wouter';
import type { ClaimStatement } from '../../../shared/claims/statement-contract.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { statementFileName } from '../../../shared/letters/letter-file-name.ts';
import { statementModel } from '../../../shared/letters/statement-model.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { useSaveFile } from '../../application/use-save-file.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Dialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PdfFrame } from '../letters/letter-frame.tsx';
import classes from './claims.module.css';
import { useStatementPdf } from './use-statement-pdf.ts';

const PrintPanel = ({ statement }: { readonly statement: ClaimStatement }) => {
  const ledger = useLedger();
  const today = useToday();
  const save = useSaveFile();
  const company = settingsOf(ledger, 'company');
  const pdf = useStatementPdf(statementModel(statement, company, today));
  const fileName = statementFileName(statement.asOf, statement.client.name);
  const print = async (hash: string): Promise<void> => {
    const printed = await bridge.documentPrint({ hash, name: fileName });
    if (!printed.ok) showRefusal(printed.error.message);
  };
  return (
    <div className={classes.print}>
      {company.name.trim() === '' && (
        <Notice
          tone="caution"
          action={
            <Button
              component={Link}
              href={places.settingsSection('societe')}
              size="compact-sm"
              variant="default"
            >
              Réglages › Société
            </Button>
          }
        >
          Le nom de votre société manque en tête du décompte.
        </Notice>
      )}
      {statement.problems.length > 0 && (
        <Notice tone="caution">
          {counted(statement.problems.length, 'facture n’a', 'factures n’ont')} pas pu être calculée
          {statement.problems.length > 1 ? 's' : ''}
          {'\u00A0'}: le décompte le mentionne.
        </Notice>
      )}
      {pdf.kind === 'setting' && (
        <div className={classes.setting} role="status">
          <Loader size="sm" aria-hidden="true" />
          Mise en page du décompte…
        </div>
      )}
      {pdf.kind === 'failed' && <Notice tone="alert">{pdf.message}</Notice>}
      {pdf.kind === 'set' && (
        <PdfFrame hash={pdf.hash} title={`Aperçu du décompte arrêté au ${formatDay(statement.asOf)}`} />
      )}
      <footer className={classes.printFooter}>
        <span className={classes.quiet}>{pdf.kind === 'set' && counted(pdf.pageCount, 'page', 'pages')}</span>
        <Button
          variant="default"
          disabled={pdf.kind !== 'set'}
          onClick={() => {
            if (pdf.kind === 'set') void save(fileName, new Uint8Array(pdf.bytes));
          }}
        >
          Enregistrer le PDF…
        </Button>
        <Button
          data-autofocus
          disabled={pdf.kind !== 'set'}
          onClick={() => {
            if (pdf.kind === 'set') void print(pdf.hash);
          }}
        >
          Imprimer
        </Button>
      </footer>
    </div>
  );
};

/** « Imprimer le décompte »: as it will be on paper, then to the printer or into a file. */
export const PrintDialog = ({
  statement,
  opened,
  onClose,
}: {
  readonly statement: ClaimStatement;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Imprimer le décompte" opened={opened} onClose={onClose} size="xl">
    <PrintPanel statement={statement} />
  </Dialog>
);
