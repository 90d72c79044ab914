import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { BankQuestion } from '../../../shared/reminders/bank-interlock.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { confirmNothingReceived } from '../../db/commands/bank-check.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './bank-question.module.css';

/** A longer list would hide the question; the rest is on the screen of receipts. */
const shownAtMost = 6;

/**
 * Asked before anything is approved while the bank was not looked at for days. It is no form: Enter answers
 * nothing, the button stays shut until the sentence is ticked, and the first focus leads to the receipts.
 */
export const BankQuestionPanel = ({
  question,
  onCancel,
}: {
  readonly question: BankQuestion;
  readonly onCancel: () => void;
}) => {
  const run = useRun();
  const [isTicked, setTicked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { toAllocate } = question;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await run(confirmNothingReceived, undefined);
    setBusy(false);
  };
  return (
    <div className={classes.panel}>
      <Notice
        tone="caution"
        action={
          <Button component={Link} href={places.receipts} size="compact-sm" variant="default" data-autofocus>
            Vérifier la banque
          </Button>
        }
      >
        {question.sentence}
      </Notice>
      {toAllocate.length > 0 && (
        <section aria-labelledby="bank-question-credits">
          <h3 id="bank-question-credits" className={classes.title}>
            {toAllocate.length > 1
              ? 'Ces clients ont déjà versé de l’argent, ou ont un avoir, à affecter'
              : 'Ce client a déjà versé de l’argent, ou a un avoir, à affecter'}
          </h3>
          <ul className={classes.clients}>
            {toAllocate.slice(0, shownAtMost).map(({ clientId, name, cents }) => (
              <li key={clientId}>
                <span className={classes.name} title={name}>
                  {name}
                </span>
                <span className="figures">{formatAmount(cents)}</span>
              </li>
            ))}
          </ul>
          {toAllocate.length > shownAtMost && (
            <p className={classes.more}>
              et {toAllocate.length - shownAtMost}{' '}
              {toAllocate.length - shownAtMost > 1 ? 'autres, à voir' : 'autre, à voir'} dans « Encaissements
              »
            </p>
          )}
        </section>
      )}
      <Checkbox
        checked={isTicked}
        onChange={(event) => setTicked(event.currentTarget.checked)}
        label={question.confirmation}
        description="Sur le relevé de votre banque, et chaque règlement est saisi dans Acquit."
      />
      <footer className={classes.footer}>
        <Button variant="default" onClick={onCancel}>
          Annuler
        </Button>
        <Button disabled={!isTicked} loading={busy} onClick={() => void confirm()}>
          Continuer vers l’approbation
        </Button>
      </footer>
    </div>
  );
};
