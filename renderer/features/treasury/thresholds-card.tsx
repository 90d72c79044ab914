import { ActionIcon, Button } from '@mantine/core';
import { BellRing, X } from 'lucide-react';
import { useState } from 'react';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { addThreshold, removeThreshold } from '../../db/commands/treasury.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { Card } from '../../ui/card.tsx';
import classes from './treasury-screen.module.css';

/** Balances below which the user wants to be alerted. */
export const ThresholdsCard = () => {
  const ledger = useLedger();
  const run = useRun();
  const [threshold, setThreshold] = useState<Cents>();
  const [tried, setTried] = useState(false);
  const { thresholdsCents } = settingsOf(ledger, 'treasury');
  const add = async (): Promise<void> => {
    setTried(true);
    if (threshold === undefined) return;
    const done = await run(addThreshold, { thresholdCents: threshold });
    if (!done) return;
    setThreshold(undefined);
    setTried(false);
  };
  return (
    <Card title="Seuils d’alerte">
      {thresholdsCents.length === 0 ? (
        <p className={classes.hint}>
          Acquit vous prévient quand le solde va passer sous un seuil, et dit quelles factures l’éviteraient.
        </p>
      ) : (
        <ul className={classes.thresholds} aria-label="Seuils d’alerte">
          {thresholdsCents.map((known) => (
            <li key={known}>
              <BellRing size={14} aria-hidden="true" />
              <span className="figures">{formatAmount(known)}</span>
              <ActionIcon
                size="sm"
                aria-label={`Retirer le seuil de ${formatAmount(known)}`}
                onClick={() => void run(removeThreshold, { thresholdCents: known })}
              >
                <X size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        className={classes.thresholdForm}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <AmountInput
          label="Nouveau seuil"
          value={threshold}
          onChange={setThreshold}
          allowNegative
          error={tried && threshold === undefined ? 'Indiquez un montant.' : undefined}
        />
        <Button type="submit" variant="default">
          Ajouter
        </Button>
      </form>
    </Card>
  );
};
