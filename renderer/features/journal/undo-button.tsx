import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLedger, useOpenLedger } from '../../application/ledger-context.tsx';
import { undoGroup } from '../../application/use-run.tsx';
import { canUndo } from './can-undo.ts';
import type { JournalEntry } from './journal-entry.ts';
import classes from './journal-screen.module.css';

/** « Annuler », where the action can still be undone as a whole; else nothing. */
export const UndoButton = ({ entry }: { readonly entry: JournalEntry }) => {
  const open = useOpenLedger();
  const ledger = useLedger();
  const [checked, setChecked] = useState<'waiting' | 'possible' | 'impossible'>('waiting');
  const [busy, setBusy] = useState(false);
  const { sequence } = entry;
  const verb = entry.undoes === undefined ? 'Annuler' : 'Rétablir';
  useEffect(() => {
    let isOld = false;
    void canUndo(open.database, ledger, sequence).then((possible) => {
      if (!isOld) setChecked(possible ? 'possible' : 'impossible');
    });
    return () => {
      isOld = true;
    };
  }, [open, ledger, sequence]);
  if (checked === 'waiting') return null;
  if (checked === 'impossible')
    return (
      <span className={classes.quiet} title="Un élément a changé depuis : annulez d’abord ce qui a suivi.">
        Modifiée depuis
      </span>
    );
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={busy}
      aria-label={`${verb} : ${entry.label}`}
      onClick={() => {
        setBusy(true);
        void undoGroup(open, sequence).finally(() => setBusy(false));
      }}
    >
      {verb}
    </Button>
  );
};
