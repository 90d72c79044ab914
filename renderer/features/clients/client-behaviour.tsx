import { useMemo } from 'react';
import { type ClientRisk, clientRisk, riskOrigin } from '../../../shared/insight/client-risk.ts';
import { delayFigures } from '../../../shared/insight/delay-figures.ts';
import { type Figure, formatFigure } from '../../../shared/insight/figure.ts';
import { formatDecimal } from '../../../shared/insight/format-figure.ts';
import { formulaInNumbers, formulaInWords } from '../../../shared/insight/formula.ts';
import { promiseFigure } from '../../../shared/insight/promise-kept.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { FigureList } from '../../ui/figure-list.tsx';
import { FormulaButton } from '../../ui/formula-button.tsx';
import { RiskBadge } from '../../ui/risk-badge.tsx';
import classes from './client-behaviour.module.css';

const RiskTable = ({ risk }: { readonly risk: Extract<ClientRisk, { readonly kind: 'rated' }> }) => (
  <>
    <div className={classes.score}>
      <RiskBadge riskClass={risk.class} large />
      <span className={classes.points}>{`${formatDecimal(risk.score, 1)}\u00A0/\u00A0100`}</span>
      <FormulaButton name="Score de risque" formula={risk.formula} />
    </div>
    <table className={classes.table}>
      <caption className="visually-hidden">Points retirés par cause</caption>
      <colgroup>
        <col />
        <col style={{ width: 132 }} />
        <col style={{ width: 96 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Cause</th>
          <td />
          <th scope="col">Points retirés</th>
        </tr>
      </thead>
      <tbody>
        {risk.parts.map(({ id, name, points, mostPoints, explanation }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className={classes.numbers}>
                {typeof explanation === 'string' ? (
                  explanation
                ) : (
                  <span title={`${formulaInWords(explanation)}. ${explanation.note ?? ''}`}>
                    {formulaInNumbers(explanation)}
                  </span>
                )}
              </span>
            </th>
            <td aria-hidden="true">
              <span className={classes.bar}>
                <span style={{ width: `${(points / mostPoints) * 100}%` }} />
              </span>
            </td>
            <td className={classes.taken}>
              <span>{formatDecimal(points)}</span>
              <span className={classes.most}>{` / ${mostPoints}`}</span>
              {typeof explanation === 'string' ? (
                <span className={classes.noButton} />
              ) : (
                <FormulaButton name={name} formula={explanation} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

const habit = (id: string, name: string, meaning: string, figure: Figure) => ({
  id,
  name,
  meaning,
  figure,
  value: formatFigure(figure),
});

/** « Paiements et risque »: how the client pays, and what that says of what it still owes. */
export const ClientBehaviour = ({ clientId }: { readonly clientId: string }) => {
  const ledger = useLedger();
  const today = useToday();
  const risk = clientRisk(ledger, clientId, today);
  const habits = useMemo(() => {
    const delays = delayFigures(ledger, today, clientId);
    return [
      habit('signed', 'Retard moyen', 'Après l’échéance, avances déduites.', delays.signed),
      habit('floored', 'Retard moyen, avances comptées 0', 'Celui du score de risque.', delays.floored),
      habit('time', 'Délai réel de paiement', 'De l’émission au paiement.', delays.paymentTime),
      habit('onTime', 'Payé à l’échéance', 'Part des montants, en avance compris.', delays.onTime),
      habit(
        'promises',
        'Promesses tenues',
        'Suivies d’effet à temps.',
        promiseFigure(ledger, today, clientId),
      ),
    ];
  }, [ledger, today, clientId]);
  return (
    <div className={classes.columns}>
      <Card title="Risque">
        {risk.kind === 'rated' ? (
          <RiskTable risk={risk} />
        ) : (
          <p className={classes.unrated}>
            <strong>Non noté.</strong> {risk.reason}
          </p>
        )}
        <p className={classes.origin}>{riskOrigin}</p>
      </Card>
      <Card title="Habitudes de paiement, 12&#xA0;derniers mois" padded={false}>
        <FigureList rows={habits} oneColumn />
      </Card>
    </div>
  );
};
