import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { deadlineText, declarationRecipient } from '../../../shared/claims/declaration-text.ts';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { withdrawableReminders } from '../../../shared/claims/withdrawable-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { claimDeclarationDeadline } from '../../../shared/law/procedural-dates.ts';
import type { Client, Insolvency } from '../../../shared/ledger/client.ts';
import { insolvencyName } from '../../../shared/ledger/client-flag.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { LawList } from '../../ui/law-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { insolvencyLaw } from './insolvency-law.ts';
import { useRecordInsolvency } from './use-record-insolvency.ts';

const kinds: readonly Insolvency['kind'][] = ['safeguard', 'reorganisation', 'liquidation'];

const StoppedReminders = ({ client, judgmentOn }: { readonly client: Client; readonly judgmentOn: Day }) => {
  const count = withdrawableReminders(useLedger(), client.id, { judgmentOn }).length;
  if (count === 0) return null;
  return (
    <Notice tone="caution">
      {count === 1
        ? 'Une relance en attente sera retirée\u00A0: elle ne partira pas.'
        : `${count}\u00A0relances en attente seront retirées\u00A0: elles ne partiront pas.`}
    </Notice>
  );
};

const InsolvencyForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const record = useRecordInsolvency();
  const { calendar } = settingsOf(ledger, 'reminders');
  const known = client.insolvency;
  const [kind, setKind] = useState<Insolvency['kind']>(known?.kind ?? 'reorganisation');
  const [judgmentOn, setJudgmentOn] = useState<Day | undefined>(known?.judgmentOn);
  const [publishedOn, setPublishedOn] = useState<Day | undefined>(known?.publishedOn);
  const [court, setCourt] = useState(known?.court ?? '');
  const [trustee, setTrustee] = useState(known?.trustee ?? '');
  const [tried, setTried] = useState(false);
  const publishedTooEarly = judgmentOn !== undefined && publishedOn !== undefined && publishedOn < judgmentOn;
  const isFuture = (on: Day | undefined): boolean => on !== undefined && on > today;
  const deadline =
    publishedOn === undefined
      ? undefined
      : claimDeclarationDeadline(publishedOn, calendar, legalParametersOf(ledger));
  const submit = async (): Promise<void> => {
    setTried(true);
    if (judgmentOn === undefined || publishedTooEarly || isFuture(judgmentOn) || isFuture(publishedOn))
      return;
    if (await record(client.id, { kind, judgmentOn, publishedOn, court, trustee })) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        deadline?.ok && !publishedTooEarly
          ? `À déclarer au ${declarationRecipient(kind)} au plus tard le ${deadlineText(deadline.value)}.`
          : `La créance se déclare au ${declarationRecipient(kind)} dans les deux mois de la publication au BODACC.`
      }
    >
      <Select
        label="Procédure"
        data={kinds.map((value) => ({ value, label: insolvencyName(value) }))}
        value={kind}
        allowDeselect={false}
        onChange={(picked) => setKind(kinds.find((value) => value === picked) ?? kind)}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Jugement d’ouverture"
          value={judgmentOn}
          onChange={setJudgmentOn}
          maxDay={today}
          error={
            tried && judgmentOn === undefined
              ? 'Indiquez la date du jugement.'
              : isFuture(judgmentOn)
                ? 'Cette date est dans le futur.'
                : undefined
          }
        />
        <DayInput
          label="Publication au BODACC"
          value={publishedOn}
          onChange={setPublishedOn}
          maxDay={today}
          error={
            publishedTooEarly
              ? 'La publication suit le jugement.'
              : isFuture(publishedOn)
                ? 'Cette date est dans le futur.'
                : undefined
          }
        />
      </Group>
      <TextInput
        label="Tribunal et numéro (facultatif)"
        placeholder="Tribunal de commerce de Lyon, 2026J00123"
        value={court}
        maxLength={300}
        onChange={(event) => setCourt(event.currentTarget.value)}
      />
      <Textarea
        label={`${capitalised(declarationRecipient(kind))}, nom et adresse (facultatif)`}
        autosize
        minRows={2}
        maxRows={5}
        value={trustee}
        maxLength={600}
        onChange={(event) => setTrustee(event.currentTarget.value)}
      />
      {judgmentOn !== undefined && <StoppedReminders client={client} judgmentOn={judgmentOn} />}
      <LawList law={insolvencyLaw(kind)} />
    </DialogForm>
  );
};

/** Opening of a collective procedure: reminders of earlier claims stop, the claim has to be declared. */
export const InsolvencyDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Procédure collective" opened={opened} onClose={onClose} size="lg">
    <InsolvencyForm client={client} onClose={onClose} />
  </Dialog>
);
