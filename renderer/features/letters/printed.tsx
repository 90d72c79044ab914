import { Stamp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './printed.module.css';
import { PrintedRow } from './printed-row.tsx';

const shownAtMost = 200;

/**
 * « Imprimés, à poster »: back from the post office, one number a row. A scanner types and sends Enter: the
 * row is recorded and the next one has the focus.
 */
export const Printed = ({ letters }: { readonly letters: readonly Reminder[] }) => {
  const today = useToday();
  const [depositedOn, setDepositedOn] = useState<Day>(today);
  const table = useRef<HTMLTableElement>(null);
  if (letters.length === 0)
    return (
      <EmptyState icon={Stamp} title="Aucun courrier à poster.">
        Une fois imprimés, vos courriers attendent ici leur numéro de suivi et leur date de dépôt.
      </EmptyState>
    );
  const focusAfter = (id: string): void => {
    const at = letters.findIndex((letter) => letter.id === id);
    const next = letters[at + 1] ?? letters[at - 1];
    if (!next) return;
    // The row that was recorded leaves the table first.
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLInputElement>(`[data-number="${CSS.escape(next.id)}"]`)?.focus(),
    );
  };
  return (
    <div className={classes.printed}>
      <p className={classes.hint}>
        Saisissez ou scannez le numéro de chaque preuve de dépôt, puis Entrée : la ligne suivante attend déjà.
        La date de dépôt est la date légale d’envoi.
      </p>
      <div className={classes.scroller}>
        <table ref={table} className={classes.table}>
          <caption className="visually-hidden">Courriers imprimés, à poster</caption>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col" data-right="" className={classes.amount}>
                Montant
              </th>
              <th scope="col" className={classes.number}>
                Numéro de suivi
              </th>
              <th scope="col" className={classes.deposit}>
                Déposé le
              </th>
              <th scope="col" className={classes.act}>
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {letters.slice(0, shownAtMost).map((letter, index) => (
              <PrintedRow
                key={letter.id}
                letter={letter}
                first={index === 0}
                suggestedOn={depositedOn}
                onRecorded={(on) => {
                  setDepositedOn(on);
                  focusAfter(letter.id);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
