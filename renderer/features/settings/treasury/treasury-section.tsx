import { ActionIcon, Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import type { Cents } from '../../../../shared/money/cents.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { addThreshold, removeThreshold } from '../../../db/commands/treasury.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { Card } from '../../../ui/card.tsx';
import classes from './treasury.module.css';

/** « Trésorerie »: below which projected balance the user is alerted. */
export const TreasurySection = () => {
  const { thresholdsCents } = settingsOf(useLedger(), 'treasury');
  const run = useRun();
  const [amount, setAmount] = useState<Cents>();
  const [tried, setTried] = useState(false);
  const add = async (): Promise<void> => {
    setTried(true);
    if (amount === undefined) return;
    if (!(await run(addThreshold, { thresholdCents: amount }))) return;
    setAmount(undefined);
    setTried(false);
  };
  return (
    <Card title="Seuils d’alerte">
      {thresholdsCents.length === 0 ? (
        <p className={classes.text}>
          Aucun seuil. Ajoutez le solde sous lequel vous voulez être prévenu{'\u00A0'}: 0 pour le découvert,
          un montant négatif pour un découvert autorisé.
        </p>
      ) : (
        <ul className={classes.thresholds} aria-label="Seuils d’alerte">
          {thresholdsCents.map((thresholdCents) => (
            <li key={thresholdCents}>
              <span>Alerte sous</span>
              <span className="figures">{formatAmount(thresholdCents)}</span>
              <ActionIcon
                aria-label={`Retirer le seuil de ${formatAmount(thresholdCents)}`}
                onClick={() => void run(removeThreshold, { thresholdCents })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        className={classes.add}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <AmountInput
          label="Nouveau seuil"
          allowNegative
          value={amount}
          onChange={setAmount}
          error={tried && amount === undefined ? 'Indiquez un montant.' : undefined}
        />
        <Button type="submit" className={classes.button}>
          Ajouter
        </Button>
      </form>
    </Card>
  );
};
