import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import type { PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import type { TermActivity } from '../../../shared/law/term-activity.ts';
import { termAdvice } from '../../../shared/law/term-advice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './conditions.module.css';

/** What the terms give for an invoice of today, the longest lawful term, and a warning beyond it. */
export const TermsAdvice = ({
  terms,
  activity,
}: {
  readonly terms: PaymentTerms;
  readonly activity: TermActivity;
}) => {
  const { example, cap, warning } = termAdvice(terms, activity, useToday(), legalParametersOf(useLedger()));
  return (
    <div aria-live="polite">
      {example !== undefined && <p className={classes.live}>{example}</p>}
      <p className={classes.quiet}>Maximum légal : {cap}.</p>
      {warning !== undefined && <Notice tone="caution">{warning}</Notice>}
    </div>
  );
};
