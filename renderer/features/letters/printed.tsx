import { Button } from '@mantine/core';
import { Paperclip, Stamp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { dispatchOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fileDrop } from '../../ui/file-drop.ts';
import { DepositDialog } from './deposit-dialog.tsx';
import { useAttachProof } from './letter-actions.ts';
import classes from './printed.module.css';
import { PrintedRow } from './printed-row.tsx';

const shownAtMost = 200;

/** Letters that the post office took on a day: its stamped list proves them all. */
const depositOf = (posted: readonly PaperLetter[], on: Day | undefined): readonly PaperLetter[] =>
  posted.filter((letter) => {
    const dispatch = dispatchOf(letter);
    if (dispatch === undefined || dispatch.depositedOn !== on) return false;
    const mode = modeOf(letter, dispatch);
    return mode === 'registered' || mode === 'tracked';
  });

/** The stamped list of a deposit, attached to all its letters at once: chosen, or dropped as a photo. */
const DepositSlip = ({ letters, on }: { readonly letters: readonly PaperLetter[]; readonly on: Day }) => {
  const attach = useAttachProof();
  const ids = letters.map(({ row }) => row.id);
  return (
    <section
      className={classes.slip}
      aria-label="Bordereau de dépôt"
      {...fileDrop((files) => void attach.drop(ids, files))}
    >
      <span>
        {letters.length === 1
          ? `1 courrier déposé le ${formatDay(on)}.`
          : `${letters.length} courriers déposés le ${formatDay(on)}.`}{' '}
        <span className={classes.quiet}>
          Glissez ici la photo du bordereau tamponné&nbsp;: elle sera jointe à
          {letters.length === 1 ? ' ce courrier.' : ' chacun.'}
        </span>
      </span>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<Paperclip size={14} aria-hidden="true" />}
        onClick={() => void attach.pick(ids)}
      >
        Joindre le bordereau
      </Button>
    </section>
  );
};

/**
 * « Imprimés, à poster »: back from the post office, one day for the batch and one number a row. A scanner
 * types and sends Enter: the row is recorded and the next one has the focus.
 */
export const Printed = ({
  letters,
  posted,
}: {
  readonly letters: readonly PaperLetter[];
  readonly posted: readonly PaperLetter[];
}) => {
  const today = useToday();
  const [depositedOn, setDepositedOn] = useState<Day | undefined>(today);
  const [otherWay, setOtherWay] = useState<{ readonly letter: PaperLetter; readonly number: string }>();
  const table = useRef<HTMLTableElement>(null);
  const deposit = useMemo(() => depositOf(posted, depositedOn), [posted, depositedOn]);
  const slip = deposit.length > 0 && depositedOn !== undefined && (
    <DepositSlip letters={deposit} on={depositedOn} />
  );
  if (letters.length === 0)
    return (
      <div className={classes.printed}>
        {slip}
        <EmptyState icon={Stamp} title="Aucun courrier à poster.">
          Une fois imprimés, vos courriers attendent ici leur numéro de suivi et leur date de dépôt.
        </EmptyState>
      </div>
    );
  const focusAfter = (id: string): void => {
    const at = letters.findIndex(({ row }) => row.id === id);
    const next = letters[at + 1] ?? letters[at - 1];
    if (!next) return;
    // The row that was recorded leaves the table first.
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLInputElement>(`[data-number="${CSS.escape(next.row.id)}"]`)?.focus(),
    );
  };
  return (
    <div className={classes.printed}>
      <div className={classes.head}>
        <DayInput
          label="Date du dépôt"
          className={classes.day ?? ''}
          value={depositedOn}
          onChange={setDepositedOn}
          maxDay={today}
          error={depositedOn === undefined ? 'Indiquez la date.' : undefined}
        />
        <p className={classes.hint}>
          Saisissez ou scannez le numéro de chaque preuve de dépôt, puis Entrée&nbsp;: la ligne suivante
          attend déjà. Une photo ou un PDF se glisse sur sa ligne. La date de dépôt est la date légale
          d’envoi.
        </p>
      </div>
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
              <th scope="col" className={classes.act}>
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {letters.slice(0, shownAtMost).map((letter, index) => (
              <PrintedRow
                key={letter.row.id}
                letter={letter}
                first={index === 0}
                depositedOn={depositedOn}
                onRecorded={() => focusAfter(letter.row.id)}
                onOtherWay={(number) => setOtherWay({ letter, number })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {letters.length > shownAtMost && (
        <p className={classes.hint}>{letters.length - shownAtMost} autres courriers suivent.</p>
      )}
      {slip}
      <DepositDialog
        letter={otherWay?.letter}
        suggested={{ depositedOn: depositedOn ?? today, trackingNumber: otherWay?.number }}
        onClose={() => setOtherWay(undefined)}
      />
    </div>
  );
};
