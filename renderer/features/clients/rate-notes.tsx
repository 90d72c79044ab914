import { Button } from '@mantine/core';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { rateAdvice } from '../../../shared/law/rate-advice.ts';
import type { DebtorRegime, InterestRate } from '../../../shared/ledger/client.ts';
import { describeRate } from '../../../shared/ledger/client-names.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './conditions.module.css';

/**
 * The rate of this semester, the floor, and the warning where the law asks for care. Below the floor the user
 * decides: nothing is corrected behind his back.
 */
export const RateNotes = ({
  regime,
  rate,
  isKept,
  onKeep,
  onChange,
}: {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  /** The user said that he keeps a rate below the floor. */
  readonly isKept: boolean;
  readonly onKeep: () => void;
  readonly onChange: (rate: InterestRate) => void;
}) => {
  const { now, floor, lowestRate, warning } = rateAdvice(
    regime,
    rate,
    useToday(),
    legalParametersOf(useLedger()),
  );
  const asks = warning?.kind === 'rate-below-floor' && !isKept;
  return (
    <div aria-live="polite">
      {now !== undefined && <p className={classes.quiet}>{now}.</p>}
      {floor !== undefined && <p className={classes.quiet}>{floor}</p>}
      {warning !== undefined && (
        <Notice tone="caution">
          {warning.text}
          {asks && (
            <div className={classes.choice}>
              <Button size="compact-sm" variant="default" onClick={onKeep}>
                Garder ce taux
              </Button>
              {lowestRate !== undefined && (
                <Button size="compact-sm" variant="default" onClick={() => onChange(lowestRate)}>
                  Prendre {describeRate(lowestRate)}
                </Button>
              )}
            </div>
          )}
        </Notice>
      )}
    </div>
  );
};
