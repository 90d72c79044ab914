import { Group, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { rateAdvice } from '../../../shared/law/rate-advice.ts';
import { termActivityOf } from '../../../shared/law/term-activity.ts';
import type { Client, ClientSegment, InterestRate } from '../../../shared/ledger/client.ts';
import { segmentNames } from '../../../shared/ledger/client-names.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { updateClient } from '../../db/commands/clients.ts';
import {
  DiscountFields,
  discountOfDraft,
  draftOfDiscount,
  isWholeDiscount,
} from '../../ui/discount-fields.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { ScenarioSelect } from '../scenarios/scenario-select.tsx';
import classes from './conditions.module.css';
import { RateFields } from './rate-fields.tsx';
import { RateNotes } from './rate-notes.tsx';
import { RegimeField } from './regime-field.tsx';
import { SpecialTerms } from './special-terms.tsx';
import { TermsAdvice } from './terms-advice.tsx';
import { draftOfTerms, termsOfDraft } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';

const segments: readonly ClientSegment[] = ['regular', 'new', 'late-payer', 'key-account'];

const TermsForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const { defaultTermDays } = settingsOf(ledger, 'reminders');
  const [regime, setRegime] = useState(client.regime);
  const [segment, setSegment] = useState(client.segment);
  const [draft, setDraft] = useState(() => draftOfTerms(client.terms, defaultTermDays));
  const [chosenActivity, setActivity] = useState(client.termActivity);
  const [rate, setRate] = useState(client.rate);
  /** A rate that was agreed to before is not asked about again. */
  const [keptRate, setKeptRate] = useState<InterestRate | undefined>(client.rate);
  const [capitalises, setCapitalises] = useState(client.capitalisesInterest ?? false);
  const [scenarioId, setScenarioId] = useState(client.scenarioId);
  const [directDebit, setDirectDebit] = useState(client.directDebit);
  const [discount, setDiscount] = useState(() => draftOfDiscount(client.earlyPaymentDiscount));
  const [tried, setTried] = useState(false);
  const terms = termsOfDraft(draft);
  const activity = termActivityOf(regime, chosenActivity);
  const isBelowFloor =
    rateAdvice(regime, rate, today, legalParametersOf(ledger)).warning?.kind === 'rate-below-floor';
  const isUndecided = isBelowFloor && keptRate !== rate;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!terms.ok || isUndecided || !isWholeDiscount(discount)) return;
    const done = await run(updateClient, {
      id: client.id,
      changes: {
        regime,
        segment,
        terms: terms.value,
        termActivity: chosenActivity === undefined ? undefined : activity,
        rate,
        capitalisesInterest: capitalises || undefined,
        earlyPaymentDiscount: discountOfDraft(discount),
        scenarioId,
        directDebit,
      },
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={tried && isUndecided ? 'Décidez d’abord du taux des pénalités.' : undefined}
    >
      <RegimeField value={regime} onChange={setRegime} startsFocused />
      <section className={classes.section} aria-label="Délai de paiement">
        <TermsFields
          value={draft}
          onChange={setDraft}
          regime={regime}
          defaultTermDays={defaultTermDays}
          problem={tried && !terms.ok ? terms.error.kind : undefined}
        />
        {terms.ok && (
          <TermsAdvice terms={terms.value ?? { kind: 'net', days: defaultTermDays }} activity={activity} />
        )}
      </section>
      <section className={classes.section} aria-label="Escompte">
        <DiscountFields
          label="Escompte pour paiement anticipé"
          description="Seulement si vos factures le mentionnent (C. com. L441-9). Il sert à reconnaître un paiement réduit d’autant."
          value={discount}
          onChange={setDiscount}
          showsProblems={tried}
        />
      </section>
      <section className={classes.section} aria-label="Pénalités de retard">
        <RateFields value={rate} onChange={setRate} />
        <RateNotes
          regime={regime}
          rate={rate}
          isKept={keptRate === rate}
          onKeep={() => setKeptRate(rate)}
          onChange={setRate}
        />
        <SpecialTerms
          regime={regime}
          activity={activity}
          onActivity={setActivity}
          capitalises={capitalises}
          onCapitalises={setCapitalises}
        />
      </section>
      <section className={classes.section} aria-label="Relances">
        <Group grow align="flex-start" gap="md">
          <Select
            label="Segment"
            data={segments.map((value) => ({ value, label: segmentNames[value] }))}
            value={segment}
            allowDeselect={false}
            onChange={(picked) => setSegment(segments.find((value) => value === picked) ?? segment)}
          />
          <ScenarioSelect
            label="Scénario de relance"
            client={{ segment, scenarioId }}
            value={scenarioId}
            onChange={setScenarioId}
          />
        </Group>
        <Switch
          label="Réglé par prélèvement"
          description="Aucune relance avant un rejet."
          checked={directDebit}
          onChange={(event) => setDirectDebit(event.currentTarget.checked)}
        />
      </section>
    </DialogForm>
  );
};

/** Regime, payment terms, rate, special cases, segment, scenario and direct debit of a client. */
export const TermsDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Conditions" opened={opened} onClose={onClose} size="lg">
    <TermsForm client={client} onClose={onClose} />
  </Dialog>
);
