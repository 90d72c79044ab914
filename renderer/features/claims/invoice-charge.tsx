import { Anchor } from '@mantine/core';
import type { InvoiceStatement } from '../../../shared/claims/statement-contract.ts';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { useRun } from '../../application/use-run.tsx';
import { decideInvoiceCharge } from '../../db/commands/charge-decisions.ts';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { chargeAnswers, chargeName, decidedByText } from './charge-words.ts';
import classes from './claims.module.css';

/** « Réclamer / renoncer » of one invoice, who decided, and the way back to what holds for the client. */
export const InvoiceCharge = ({
  client,
  statement,
  charge,
  onWaive,
}: {
  readonly client: Client;
  readonly statement: InvoiceStatement;
  readonly charge: Charge;
  readonly onWaive: (charge: Charge) => void;
}) => {
  const run = useRun();
  const { invoice } = statement;
  const claim = statement[charge];
  // Why there is none is said once for the client.
  if (claim.decidedBy === 'law') return null;
  const name = chargeName(charge, client.regime);
  const answers = chargeAnswers(charge, client.regime);
  const decide = (kind: 'claim' | 'follow'): void =>
    void run(decideInvoiceCharge, { invoiceId: invoice.id, charge, wish: { kind } });
  return (
    <div className={classes.charge}>
      <span className={classes.chargeName}>{name}</span>
      <SegmentedChoice
        legend={`${name} de la facture ${invoice.number}`}
        choices={[
          { value: 'claim', label: answers.claimed },
          { value: 'waive', label: answers.waived },
        ]}
        value={claim.claimed ? 'claim' : 'waive'}
        onChange={(kind) => {
          if (kind === 'waive') onWaive(charge);
          else decide('claim');
        }}
      />
      <span className={classes.decided}>
        {decidedByText(claim.decidedBy)}
        {claim.decidedBy === 'invoice' && (
          <>
            {' · '}
            <Anchor component="button" type="button" fz="inherit" onClick={() => decide('follow')}>
              Suivre le client
              <span className="visually-hidden">
                {' '}
                pour {name} de la facture {invoice.number}
              </span>
            </Anchor>
          </>
        )}
      </span>
      {claim.reason !== '' && (
        <span className={classes.reason} title={claim.reason}>
          «&nbsp;{claim.reason}&nbsp;»
        </span>
      )}
    </div>
  );
};
