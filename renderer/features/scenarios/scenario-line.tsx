import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { scenarioChoiceOf } from '../../../shared/reminders/scenario-choice.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import classes from './scenarios.module.css';

/** « Relancée selon Scénario standard, choisi pour ce client. » */
export const ScenarioLine = ({
  client,
  invoice,
}: {
  readonly client: Client;
  readonly invoice: Invoice | undefined;
}) => {
  const { scenario, reason } = scenarioChoiceOf(useLedger(), client, invoice);
  return (
    <p className={classes.note}>
      {'Scénario de relance\u00A0: '}
      <strong>{scenario.name}</strong>
      {`, ${reason}.`}
    </p>
  );
};
