import type { RiskClass } from '../../shared/insight/risk.ts';
import classes from './risk-badge.module.css';

/** The class of a client's risk: the letter says it, the colour only repeats it. */
export const RiskBadge = ({
  riskClass,
  large = false,
}: {
  /** Undefined: « Non noté ». */
  readonly riskClass: RiskClass | undefined;
  readonly large?: boolean;
}) => (
  <span className={classes.badge} data-class={riskClass ?? 'none'} data-large={large ? '' : undefined}>
    {riskClass === undefined ? (
      'Non noté'
    ) : (
      <>
        <span className="visually-hidden">Classe de risque </span>
        {riskClass}
      </>
    )}
  </span>
);
