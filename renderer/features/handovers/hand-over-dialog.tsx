import { Autocomplete, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { waitingReminders } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { collectorKindNames, collectorKinds } from '../../../shared/ledger/collector-names.ts';
import type { CollectorFee, CollectorKind } from '../../../shared/ledger/handover.ts';
import { knownCollectors } from '../../../shared/ledger/known-collectors.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RateInput } from '../../ui/rate-input.tsx';
import { InvoiceSummary } from '../agreements/invoice-summary.tsx';
import { useHandOver } from './use-hand-over.ts';

const feeKinds = [
  { value: 'none', label: 'À convenir' },
  { value: 'fixed', label: 'Somme fixe' },
  { value: 'share', label: 'Part des sommes encaissées' },
] as const;
type FeeKind = (typeof feeKinds)[number]['value'];

const HandOverForm = ({
  invoiceIds,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const handOver = useHandOver();
  // As they were when the dialog opened: the list must not open on the name that was just given.
  const [known] = useState(() => knownCollectors(ledger));
  const [kind, setKind] = useState<CollectorKind>('agency');
  const [name, setName] = useState('');
  const [street, setStreet] = useState('');
  const [postcode, setPostcode] = useState('');
  const [city, setCity] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [on, setOn] = useState<Day | undefined>(today);
  const [feeKind, setFeeKind] = useState<FeeKind>('none');
  const [feeCents, setFeeCents] = useState<Cents>();
  const [basisPoints, setBasisPoints] = useState<number>();
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const waiting = waitingReminders(ledger, invoiceIds).length;

  const choose = (written: string): void => {
    setName(written);
    const found = known.find((collector) => collector.name === written);
    if (!found) return;
    setKind(found.kind);
    setStreet(found.address?.lines.join('\n') ?? '');
    setPostcode(found.address?.postcode ?? '');
    setCity(found.address?.city ?? '');
    setEmail(found.email ?? '');
    setPhone(found.phone ?? '');
  };
  const fee = (): CollectorFee | undefined => {
    if (feeKind === 'fixed') return feeCents === undefined ? undefined : { kind: 'fixed', cents: feeCents };
    if (feeKind === 'share')
      return basisPoints === undefined ? undefined : { kind: 'share', basisPoints: Math.round(basisPoints) };
    return { kind: 'none' };
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const agreed = fee();
    if (name.trim() === '' || on === undefined || agreed === undefined) return;
    const lines = street
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const hasAddress = lines.length > 0 || postcode.trim() !== '' || city.trim() !== '';
    const done = await handOver({
      invoiceIds,
      collector: {
        kind,
        name,
        ...(hasAddress ? { address: { lines, postcode: postcode.trim(), city: city.trim() } } : {}),
        email,
        phone,
      },
      handedOverOn: on,
      fee: agreed,
      reference,
      note,
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Confier"
      onSubmit={submit}
      onCancel={onClose}
      hint="Les relances de ces factures s’arrêtent&#8239;; vos autres factures continuent."
    >
      <InvoiceSummary invoiceIds={invoiceIds} />
      <Group grow align="flex-start" gap="md">
        <Select
          label="Partenaire"
          data={collectorKinds.map((value) => ({ value, label: collectorKindNames[value] }))}
          value={kind}
          allowDeselect={false}
          onChange={(picked) => setKind(collectorKinds.find((value) => value === picked) ?? kind)}
        />
        <Autocomplete
          label="Nom"
          data={known.map((collector) => collector.name)}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={choose}
          error={tried && name.trim() === '' ? 'Indiquez à qui vous confiez le dossier.' : undefined}
          data-autofocus
        />
      </Group>
      <Textarea
        label="Adresse"
        description="Pour le mandat écrit."
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        value={street}
        onChange={(event) => setStreet(event.currentTarget.value)}
      />
      <Group grow align="flex-start" gap="md">
        <TextInput
          label="Code postal"
          value={postcode}
          maxLength={12}
          onChange={(event) => setPostcode(event.currentTarget.value)}
        />
        <TextInput
          label="Ville"
          value={city}
          maxLength={100}
          onChange={(event) => setCity(event.currentTarget.value)}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <TextInput
          label="E-mail (facultatif)"
          value={email}
          maxLength={254}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label="Téléphone (facultatif)"
          value={phone}
          maxLength={60}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Remis le"
          value={on}
          onChange={setOn}
          maxDay={today}
          error={tried && on === undefined ? 'Indiquez la date de remise.' : undefined}
        />
        <TextInput
          label="Sa référence (facultatif)"
          value={reference}
          maxLength={100}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <Select
          label="Rémunération"
          data={[...feeKinds]}
          value={feeKind}
          allowDeselect={false}
          onChange={(picked) => setFeeKind(feeKinds.find(({ value }) => value === picked)?.value ?? feeKind)}
        />
        {feeKind === 'fixed' && (
          <AmountInput
            label="Montant"
            value={feeCents}
            onChange={setFeeCents}
            error={tried && feeCents === undefined ? 'Indiquez le montant convenu.' : undefined}
          />
        )}
        {feeKind === 'share' && (
          <RateInput
            label="Part"
            value={basisPoints}
            onChange={setBasisPoints}
            error={tried && basisPoints === undefined ? 'Indiquez la part convenue.' : undefined}
          />
        )}
      </Group>
      <Textarea
        label="Note (facultatif)"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {waiting > 0 && (
        <Notice tone="caution">
          {waiting === 1
            ? 'Une relance en attente sera retirée\u00A0: elle ne partira pas.'
            : `${waiting}\u00A0relances en attente seront retirées\u00A0: elles ne partiront pas.`}
        </Notice>
      )}
      <Text size="sm">
        Les frais du recouvrement amiable restent à votre charge : ils ne se demandent pas au client (CPCEx,
        art. L111-8).
      </Text>
    </DialogForm>
  );
};

/** « Confier à un tiers »: open invoices of one client to a collector. */
export const HandOverDialog = ({
  invoiceIds,
  opened,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Confier à un tiers" opened={opened && invoiceIds.length > 0} onClose={onClose} size="lg">
    <HandOverForm invoiceIds={invoiceIds} onClose={onClose} />
  </Dialog>
);
