import { Group, NumberInput, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { regimeRules } from '../../../shared/law/regime.ts';
import type { Client, ClientSegment, DebtorRegime } from '../../../shared/ledger/client.ts';
import { segmentNames } from '../../../shared/ledger/client-names.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { defaultScenarioId } from '../../../shared/reminders/scenario.ts';
import { scenariosOf } from '../../../shared/reminders/scenario-choice.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { updateClient } from '../../db/commands/clients.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { RateFields } from './rate-fields.tsx';

const regimes: readonly DebtorRegime[] = ['b2b', 'public', 'b2c', 'non-professional'];
const segments: readonly ClientSegment[] = ['regular', 'new', 'late-payer', 'key-account'];

/** What a regime changes for the user, in plain French. */
export const regimeHelp: Readonly<Record<DebtorRegime, string>> = {
  b2b: 'Entre professionnels, les pénalités de retard courent dès le lendemain de l’échéance, sans mise en demeure, et chaque facture en retard ouvre droit à 40 € d’indemnité de recouvrement.',
  public:
    'Envers un organisme public, les intérêts moratoires et les 40 € sont dus de plein droit, à un taux fixé par le Code de la commande publique.',
  b2c: 'Envers un particulier, pas d’indemnité de 40 €. Les intérêts, au taux légal, ne courent qu’après une mise en demeure.',
  'non-professional':
    'Association, copropriété, comité : traité comme un particulier. Pas de 40 €, et des intérêts au taux légal après une mise en demeure.',
};

const TermsForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const { defaultTermDays } = settingsOf(ledger, 'reminders');
  const [regime, setRegime] = useState(client.regime);
  const [segment, setSegment] = useState(client.segment);
  const [termDays, setTermDays] = useState<number | undefined>(client.terms?.days);
  const [rate, setRate] = useState(client.rate);
  const [scenarioId, setScenarioId] = useState(client.scenarioId ?? defaultScenarioId);
  const [directDebit, setDirectDebit] = useState(client.directDebit);
  const submit = async (): Promise<void> => {
    const done = await run(updateClient, {
      id: client.id,
      changes: {
        regime,
        segment,
        terms: termDays === undefined ? undefined : { kind: 'net', days: termDays },
        rate,
        scenarioId: scenarioId === defaultScenarioId ? undefined : scenarioId,
        directDebit,
      },
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <Select
        label="Nature du client"
        description={regimeHelp[regime]}
        data={regimes.map((value) => ({ value, label: regimeRules[value].name }))}
        value={regime}
        allowDeselect={false}
        onChange={(picked) => setRegime(regimes.find((value) => value === picked) ?? regime)}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <Select
          label="Segment"
          data={segments.map((value) => ({ value, label: segmentNames[value] }))}
          value={segment}
          allowDeselect={false}
          onChange={(picked) => setSegment(segments.find((value) => value === picked) ?? segment)}
        />
        <NumberInput
          label="Délai de paiement"
          placeholder={`${defaultTermDays} jours (réglage général)`}
          value={termDays ?? ''}
          min={0}
          max={365}
          allowDecimal={false}
          suffix=" jours"
          onChange={(next) => setTermDays(typeof next === 'number' ? next : undefined)}
        />
      </Group>
      <RateFields value={rate} onChange={setRate} />
      <Select
        label="Scénario de relance"
        data={[...scenariosOf(ledger).values()].map(({ id, name }) => ({ value: id, label: name }))}
        value={scenarioId}
        allowDeselect={false}
        onChange={(picked) => setScenarioId(picked ?? defaultScenarioId)}
      />
      <Switch
        label="Réglé par prélèvement"
        description="Aucune relance avant un rejet."
        checked={directDebit}
        onChange={(event) => setDirectDebit(event.currentTarget.checked)}
      />
    </DialogForm>
  );
};

/** Regime, segment, terms, rate, scenario and direct debit of a client. */
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
