import { regimeRules } from '../../../shared/law/regime.ts';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { decideClientCharge } from '../../db/commands/charge-decisions.ts';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { chargeAnswers, chargeName, noIndemnityText, publicWaiverText } from './charge-words.ts';
import classes from './claims.module.css';

const ClientCharge = ({
  client,
  charge,
  onWaive,
}: {
  readonly client: Client;
  readonly charge: Charge;
  readonly onWaive: (charge: Charge) => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const settings = settingsOf(ledger, 'reminders');
  const name = chargeName(charge, client.regime);
  if (charge === 'indemnity' && !regimeRules[client.regime].hasIndemnity)
    return <p className={classes.quiet}>{noIndemnityText(client.regime)}</p>;
  const own = client.chargeDecisions?.[charge];
  const answers = chargeAnswers(charge, client.regime);
  const isClaimedByDefault = charge === 'penalties' ? settings.claimPenalties : settings.claimIndemnity;
  const general = (isClaimedByDefault ? answers.claimed : answers.waived).toLowerCase();
  return (
    <div className={classes.clientCharge}>
      <span className={classes.chargeName}>{name}</span>
      <SegmentedChoice
        legend={`${name}, pour ce client`}
        choices={[
          { value: 'follow', label: `Réglage général (${general})` },
          { value: 'claim', label: answers.claimed },
          { value: 'waive', label: answers.waived },
        ]}
        value={own === undefined ? 'follow' : own.claimed ? 'claim' : 'waive'}
        onChange={(kind) => {
          if (kind === 'waive') onWaive(charge);
          else void run(decideClientCharge, { clientId: client.id, charge, wish: { kind } });
        }}
      />
      {own !== undefined && own.reason !== '' && (
        <span className={classes.reason} title={own.reason}>
          «&nbsp;{own.reason}&nbsp;»
        </span>
      )}
    </div>
  );
};

/** What is claimed of this client in general; each invoice may decide otherwise. */
export const ClientCharges = ({
  client,
  onWaive,
}: {
  readonly client: Client;
  readonly onWaive: (charge: Charge) => void;
}) => (
  <section className={classes.clientCharges} aria-label="Réclamer ou renoncer, pour ce client">
    <h2 className={classes.clientTitle}>Pour ce client</h2>
    <ClientCharge client={client} charge="penalties" onWaive={onWaive} />
    <ClientCharge client={client} charge="indemnity" onWaive={onWaive} />
    {client.regime === 'public' && client.chargeDecisions?.penalties?.claimed === false && (
      <p className={classes.quiet}>{publicWaiverText}</p>
    )}
  </section>
);
