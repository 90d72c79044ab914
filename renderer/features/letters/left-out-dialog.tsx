import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './left-out-dialog.module.css';
import type { LeftOut } from './prepare-copies.ts';

const shownAtMost = 50;

/** Before anything is printed: which copies do not go with their letters, and why. */
export const LeftOutDialog = ({
  leftOut,
  onContinue,
  onClose,
}: {
  readonly leftOut: readonly LeftOut[];
  readonly onContinue: () => void;
  readonly onClose: () => void;
}) => (
  <Dialog title="Copies non jointes" opened={leftOut.length > 0} onClose={onClose} size="lg">
    <DialogForm submitLabel="Préparer sans elles" onSubmit={onContinue} onCancel={onClose}>
      <Notice tone="caution">
        {leftOut.length > 1
          ? `${leftOut.length} copies de factures ne seront pas jointes, et les courriers ne les annoncent pas.`
          : 'Une copie de facture ne sera pas jointe, et le courrier ne l’annonce pas.'}
      </Notice>
      <ul className={classes.list} data-autofocus tabIndex={-1}>
        {leftOut.slice(0, shownAtMost).map(({ client, number, problem }) => (
          <li key={`${client} ${number}`}>
            <b>Facture {number}</b>, {client} : {problem}.
          </li>
        ))}
      </ul>
      {leftOut.length > shownAtMost && (
        <p className={classes.more}>et {leftOut.length - shownAtMost} autres.</p>
      )}
    </DialogForm>
  </Dialog>
);
