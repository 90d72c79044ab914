import { Button } from '@mantine/core';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { describePaymentTerms } from '../../../shared/dates/payment-terms.ts';
import { formatRate } from '../../../shared/law/format-rate.ts';
import { rateAdvice } from '../../../shared/law/rate-advice.ts';
import { regimeName } from '../../../shared/law/regime.ts';
import { regimeHelp } from '../../../shared/law/regime-help.ts';
import { termActivitiesOf, termActivityOf, termRules } from '../../../shared/law/term-activity.ts';
import { termAdvice } from '../../../shared/law/term-advice.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { describeRate, segmentNames } from '../../../shared/ledger/client-names.ts';
import { termsOf } from '../../../shared/ledger/client-terms.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { scenarioChoiceOf } from '../../../shared/reminders/scenario-choice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { Card } from '../../ui/card.tsx';
import { LawList } from '../../ui/law-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './conditions.module.css';
import { DetailsList } from './details-list.tsx';

/** « Conditions »: what was agreed with the client, what the law says of it, and what deserves a second look. */
export const TermsCard = ({ client, onEdit }: { readonly client: Client; readonly onEdit: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const parameters = legalParametersOf(ledger);
  const { defaultTermDays } = settingsOf(ledger, 'reminders');
  const terms = termsOf(client, defaultTermDays);
  const activity = termActivityOf(client.regime, client.termActivity);
  const { cap, warning: termWarning } = termAdvice(terms, activity, today, parameters);
  const { now, warning: rateWarning } = rateAdvice(client.regime, client.rate, today, parameters);
  const { summary, law, unsettled } = regimeHelp(client.regime, today, parameters);
  const choice = scenarioChoiceOf(ledger, client);
  const discount = client.earlyPaymentDiscount ?? settingsOf(ledger, 'matching').earlyPaymentDiscount;
  const isUsual = activity === termActivitiesOf(client.regime)[0];
  return (
    <Card
      title="Conditions"
      actions={
        <Button size="compact-sm" variant="subtle" aria-label="Modifier les conditions" onClick={onEdit}>
          Modifier
        </Button>
      }
    >
      <DetailsList
        rows={[
          ['Nature du client', regimeName(client.regime)],
          ['Segment', segmentNames[client.segment]],
          [
            'Délai de paiement',
            `${describePaymentTerms(terms)}${client.terms === undefined ? ' (réglage général)' : ''}`,
          ],
          ['Maximum légal', cap],
          ...(isUsual ? [] : [['Cas particulier', termRules[activity].name] as const]),
          [
            'Pénalités de retard',
            now === undefined ? describeRate(client.rate) : `${describeRate(client.rate)}\n${now}`,
          ],
          ...(client.capitalisesInterest
            ? [['Capitalisation', 'Des intérêts dus depuis un an, prévue au contrat'] as const]
            : []),
          ...(discount === undefined
            ? []
            : [
                [
                  'Escompte',
                  `${formatRate(discount.basisPoints)} si la facture est payée dans les ${counted(discount.withinDays, 'jour', 'jours')}${client.earlyPaymentDiscount === undefined ? ' (réglage général)' : ''}`,
                ] as const,
              ]),
          ['Scénario de relance', `${choice.scenario.name}\n${capitalised(choice.reason)}`],
          ['Prélèvement', client.directDebit ? 'Oui, pas de relance avant un rejet' : 'Non'],
        ]}
      />
      {[termWarning, rateWarning?.text, unsettled].map(
        (warning) =>
          warning !== undefined && (
            <div key={warning} className={classes.warning}>
              <Notice tone="caution">{warning}</Notice>
            </div>
          ),
      )}
      <p className={classes.help}>{summary}</p>
      <LawList law={law} />
    </Card>
  );
};
