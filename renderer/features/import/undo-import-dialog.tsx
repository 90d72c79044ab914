import { counted, formatCount } from '../../../shared/money/format-count.ts';
import type { ImportUndoReview, KeptRow } from '../../db/commands/import-undo-review.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import classes from './undo-import-dialog.module.css';
import type { UndoImport, UndoQuestion } from './use-undo-import.ts';

const shownRows = 200;

const restText = ({ removedInvoices, removedClients, restored }: ImportUndoReview): string => {
  const parts = [
    ...(removedInvoices > 0 ? [counted(removedInvoices, 'facture', 'factures')] : []),
    ...(removedClients > 0 ? [counted(removedClients, 'client', 'clients')] : []),
    ...(restored > 0 ? [counted(restored, 'mise à jour', 'mises à jour')] : []),
  ];
  return parts.join(', ');
};

const KeptRows = ({ kept }: { readonly kept: readonly KeptRow[] }) => (
  <div className={classes.scroller}>
    <table className={tableClasses.table}>
      <caption className="visually-hidden">Ce qui a servi depuis et reste</caption>
      <colgroup>
        <col className={classes.item} />
        <col className={classes.client} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Élément</th>
          <th scope="col">Client</th>
          <th scope="col">Pourquoi il reste</th>
        </tr>
      </thead>
      <tbody>
        {kept.slice(0, shownRows).map(({ table, id, title, clientName, reasons }) => (
          <tr key={`${table}/${id}`}>
            <th scope="row" title={title}>
              {title}
            </th>
            <td title={clientName}>{clientName}</td>
            <td className={classes.reasons}>{reasons.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Question = ({
  question,
  onClose,
}: {
  readonly question: UndoQuestion;
  readonly onClose: () => void;
}) => {
  const { review, confirm } = question;
  const rest = restText(review);
  return (
    <DialogForm
      submitLabel={rest === '' ? 'Fermer' : 'Retirer le reste'}
      onCancel={onClose}
      onSubmit={rest === '' ? onClose : confirm}
      hint={rest === '' ? undefined : `À retirer\u00A0: ${rest}`}
    >
      <p className={classes.text}>
        {review.kept.length === 1
          ? 'Un élément de cet import a servi depuis. Il ne sera pas retiré.'
          : `${formatCount(review.kept.length)} éléments de cet import ont servi depuis. Ils ne seront pas retirés.`}{' '}
        {rest === ''
          ? 'Il n’y a rien d’autre à retirer.'
          : 'Le reste peut l’être\u00A0: rien n’empêchera d’importer le même fichier une nouvelle fois.'}
      </p>
      <KeptRows kept={review.kept} />
      {review.kept.length > shownRows && (
        <p className={classes.text}>… et {formatCount(review.kept.length - shownRows)} autres.</p>
      )}
    </DialogForm>
  );
};

/** What of an import was used since, with the reason, before the rest is taken back. */
export const UndoImportDialog = ({ undoing }: { readonly undoing: UndoImport }) => (
  <Dialog
    title={undoing.question ? `Annuler\u00A0: ${undoing.question.label}` : 'Annuler l’import'}
    opened={undoing.question !== undefined}
    onClose={undoing.close}
    size="xl"
  >
    {undoing.question && <Question question={undoing.question} onClose={undoing.close} />}
  </Dialog>
);
