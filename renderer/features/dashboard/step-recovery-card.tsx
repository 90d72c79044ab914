import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { stepRecoverySource } from '../../../shared/exporting/tables/step-recovery-source.ts';
import { formatFigure } from '../../../shared/insight/figure.ts';
import { type RecoveryWindow, recoveryWindows, stepRecovery } from '../../../shared/insight/step-recovery.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { FormulaButton } from '../../ui/formula-button.tsx';
import classes from './step-recovery-card.module.css';

const choices = recoveryWindows.map((days) => ({ value: String(days), label: `${days}\u00A0j` }));

/** What each step of the reminders brought in within so many days. */
export const StepRecoveryCard = () => {
  const ledger = useLedger();
  const today = useToday();
  const [windowDays, setWindowDays] = useState<RecoveryWindow>(15);
  const steps = useMemo(() => stepRecovery(ledger, today, windowDays), [ledger, today, windowDays]);
  return (
    <Card
      title="Ce que rapporte chaque étape"
      padded={false}
      actions={
        <>
          {steps.length > 0 && <ExportMenu source={() => stepRecoverySource(steps, windowDays)} compact />}
          <SegmentedControl
            size="xs"
            data={choices}
            value={String(windowDays)}
            aria-label="Jours laissés après l’étape"
            onChange={(value) =>
              setWindowDays(recoveryWindows.find((days) => String(days) === value) ?? windowDays)
            }
          />
        </>
      }
    >
      {steps.length === 0 ? (
        <p className={classes.none}>
          {`Aucune relance faite depuis plus de ${windowDays}\u00A0jours, sur les 12\u00A0derniers mois.`}
        </p>
      ) : (
        <table className={classes.table}>
          <caption className="visually-hidden">
            {`Montants payés dans les ${windowDays}\u00A0jours après chaque étape de relance`}
          </caption>
          <colgroup>
            <col />
            <col style={{ width: '11%' }} />
            <col style={{ width: '18%' }} />
            <col style={{ width: '18%' }} />
            <col style={{ width: '15%' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Étape</th>
              <th scope="col">Factures</th>
              <th scope="col">Montant relancé</th>
              <th scope="col">{`Payé sous ${windowDays}\u00A0j`}</th>
              <th scope="col" className={classes.rate}>
                Taux
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ key, name, count, remindedCents, recoveredCents, rate }) => (
              <tr key={key}>
                <th scope="row" title={name}>
                  {name}
                </th>
                <td className="figures">{count}</td>
                <td>
                  <Amount cents={remindedCents} />
                </td>
                <td>
                  <Amount cents={recoveredCents} />
                </td>
                <td className={`figures ${classes.rate}`}>
                  <span>
                    {formatFigure(rate)}
                    {rate.kind === 'known' && <FormulaButton name={name} formula={rate.formula} />}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
};
