import { Button, Progress } from '@mantine/core';
import { Mails, Paperclip, Stamp } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { depositProgress, plainToPost } from '../../../shared/letters/deposit-progress.ts';
import { trackingNumbers } from '../../../shared/letters/dispatch-number.ts';
import type { PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { inPileOrder } from '../../../shared/letters/pile-order.ts';
import { postingObjection } from '../../../shared/letters/posting-objection.ts';
import { isSettled } from '../../../shared/reminders/is-settled.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordDeposits } from '../../db/commands/letters.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fileDrop } from '../../ui/file-drop.ts';
import { DepositDialog } from './deposit-dialog.tsx';
import { useAttachProof } from './letter-actions.ts';
import classes from './printed.module.css';
import { PrintedRow } from './printed-row.tsx';
import { usePrintSetup } from './use-print-setup.ts';

const shownAtMost = 200;

/** The stamped list of a deposit, attached to all its letters at once: chosen, or dropped as a photo. */
const DepositSlip = ({
  letters,
  on,
  button,
}: {
  readonly letters: readonly PaperLetter[];
  readonly on: Day;
  readonly button: RefObject<HTMLButtonElement | null>;
}) => {
  const attach = useAttachProof();
  const ids = letters.map(({ row }) => row.id);
  return (
    <section
      className={classes.slip}
      aria-label="Bordereau de dépôt"
      {...fileDrop((files) => void attach.drop(ids, files, 'deposit'))}
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
        ref={button}
        size="compact-md"
        variant="default"
        flex="none"
        leftSection={<Paperclip size={14} aria-hidden="true" />}
        onClick={() => void attach.pick(ids, 'deposit')}
      >
        Joindre le bordereau
      </Button>
    </section>
  );
};

/** Why a letter stays off the post after all, and what to do; French. */
const notToPost = (ledger: Ledger, letter: PaperLetter, today: Day): string | undefined => {
  if (letter.table === 'reminders' && isSettled(ledger, letter.row))
    return 'Réglé depuis l’impression\u00A0: ne le postez pas, retirez-le.';
  const objection = postingObjection(ledger, letter, today);
  return objection && `Ne le postez pas, retirez-le. ${objection}`;
};

/** « 12 sur 50 notés »: how far the entry of the batch has come. */
const EntryProgress = ({ noted, left }: { readonly noted: number; readonly left: number }) => (
  <div className={classes.progress}>
    <span className="figures" role="status">
      {noted} sur {noted + left} {noted > 1 ? 'notés' : 'noté'}
    </span>
    <Progress
      aria-label="Courriers notés"
      value={(100 * noted) / (noted + left)}
      size="sm"
      transitionDuration={0}
    />
  </div>
);

/**
 * « Imprimés, à poster »: back from the post office, one day for the batch and one number a row. A scanner
 * types and sends Enter: the row is recorded and the next one has the focus.
 */
export const Printed = ({
  letters: printed,
  posted,
}: {
  readonly letters: readonly PaperLetter[];
  readonly posted: readonly PaperLetter[];
}) => {
  const today = useToday();
  const [depositedOn, setDepositedOn] = useState<Day | undefined>(today);
  const [otherWay, setOtherWay] = useState<{ readonly letter: PaperLetter; readonly number: string }>();
  const table = useRef<HTMLTableElement>(null);
  const slipButton = useRef<HTMLButtonElement>(null);
  const ledger = useLedger();
  const run = useRun();
  const { order } = usePrintSetup().setup;
  const letters = useMemo(() => inPileOrder(ledger, printed, order), [ledger, printed, order]);
  const { noted, onSlip, left } = useMemo(
    () => depositProgress(letters, posted, depositedOn),
    [letters, posted, depositedOn],
  );
  const plain = useMemo(() => plainToPost(ledger, letters, today), [ledger, letters, today]);
  const slip = onSlip.length > 0 && depositedOn !== undefined && (
    <DepositSlip letters={onSlip} on={depositedOn} button={slipButton} />
  );
  const latest = useRef({ letters, ledger });
  useEffect(() => {
    latest.current = { letters, ledger };
  });
  const focusAfter = useCallback((id: string): void => {
    const pile = latest.current.letters;
    const at = pile.findIndex(({ row }) => row.id === id);
    const next = pile[at + 1] ?? pile[at - 1];
    // After the last one the stamped list is to be joined.
    requestAnimationFrame(() =>
      next === undefined
        ? slipButton.current?.focus()
        : table.current
            ?.querySelector<HTMLInputElement>(`[data-number="${CSS.escape(next.row.id)}"]`)
            ?.focus(),
    );
  }, []);
  const holderOf = useCallback((number: string): string | undefined => {
    const { ledger: now } = latest.current;
    const holder = trackingNumbers(now).get(number);
    return holder && (now.clients.get(holder.row.clientId)?.name ?? '');
  }, []);
  if (letters.length === 0)
    return (
      <div className={classes.printed}>
        {slip}
        <EmptyState icon={Stamp} title="Aucun courrier à poster.">
          Une fois imprimés, vos courriers attendent ici leur numéro de suivi et leur date de dépôt.
        </EmptyState>
      </div>
    );
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
      {(noted.length > 0 || plain.length > 1) && (
        <div className={classes.batch}>
          {noted.length > 0 && <EntryProgress noted={noted.length} left={left} />}
          {plain.length > 1 && depositedOn !== undefined && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<Mails size={14} aria-hidden="true" />}
              onClick={() =>
                void run(recordDeposits, {
                  depositedOn,
                  letters: plain.map(({ row }) => ({ id: row.id, trackingNumber: '' })),
                })
              }
            >
              Noter les {plain.length} lettres simples postées
            </Button>
          )}
        </div>
      )}
      <div className={classes.scroller}>
        <table ref={table} key={order} className={classes.table}>
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
                name={ledger.clients.get(letter.row.clientId)?.name ?? ''}
                notToPost={notToPost(ledger, letter, today)}
                first={index === 0}
                last={letters.length === 1}
                depositedOn={depositedOn}
                holderOf={holderOf}
                onRecorded={focusAfter}
                onOtherWay={setOtherWay}
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
