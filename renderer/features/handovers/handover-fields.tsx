import { Autocomplete, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { collectorKindNames, collectorKinds } from '../../../shared/ledger/collector-names.ts';
import type { Collector } from '../../../shared/ledger/handover.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { RateInput } from '../../ui/rate-input.tsx';
import { type HandoverDraft, withName } from './handover-draft.ts';
import classes from './handover-fields.module.css';

const feeKinds = [
  { value: 'none', label: 'À convenir' },
  { value: 'fixed', label: 'Somme fixe' },
  { value: 'share', label: 'Part des sommes encaissées' },
] as const;

interface Fields {
  readonly draft: HandoverDraft;
  readonly onChange: (draft: HandoverDraft) => void;
  /** The user has tried to save: what is missing is told. */
  readonly tried: boolean;
  /** The field that is most likely typed into. */
  readonly first: 'name' | 'reference';
}

/** Who it is, and how he is reached. */
const CollectorFields = ({
  draft,
  onChange,
  tried,
  first,
  known,
}: Fields & { readonly known: readonly Collector[] }) => (
  <>
    <Group grow align="flex-start" gap="md">
      <Select
        label="Partenaire"
        data={collectorKinds.map((value) => ({ value, label: collectorKindNames[value] }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(picked) =>
          onChange({ ...draft, kind: collectorKinds.find((value) => value === picked) ?? draft.kind })
        }
      />
      <Autocomplete
        label="Nom"
        data={known.map((collector) => collector.name)}
        value={draft.name}
        maxLength={200}
        autoComplete="off"
        onChange={(name) => onChange(withName(draft, name, known))}
        error={tried && draft.name.trim() === '' ? 'Indiquez à qui vous confiez le dossier.' : undefined}
        data-autofocus={first === 'name' || undefined}
      />
    </Group>
    <Textarea
      label="Adresse"
      description="Pour le mandat écrit."
      autosize
      minRows={1}
      maxRows={4}
      maxLength={300}
      value={draft.street}
      onChange={(event) => onChange({ ...draft, street: event.currentTarget.value })}
    />
    <Group grow align="flex-start" gap="md">
      <TextInput
        label="Code postal"
        value={draft.postcode}
        maxLength={12}
        onChange={(event) => onChange({ ...draft, postcode: event.currentTarget.value })}
      />
      <TextInput
        label="Ville"
        value={draft.city}
        maxLength={100}
        onChange={(event) => onChange({ ...draft, city: event.currentTarget.value })}
      />
    </Group>
    <Group grow align="flex-start" gap="md">
      <TextInput
        label="E-mail (facultatif)"
        value={draft.email}
        maxLength={254}
        onChange={(event) => onChange({ ...draft, email: event.currentTarget.value })}
      />
      <TextInput
        label="Téléphone (facultatif)"
        value={draft.phone}
        maxLength={60}
        onChange={(event) => onChange({ ...draft, phone: event.currentTarget.value })}
      />
    </Group>
  </>
);

/** Since when, under which number, for how much. */
const TermsFields = ({ draft, onChange, tried, first }: Fields) => (
  <>
    <Group grow align="flex-start" gap="md">
      <DayInput
        label="Remis le"
        value={draft.handedOverOn}
        onChange={(handedOverOn) => onChange({ ...draft, handedOverOn })}
        maxDay={useToday()}
        error={tried && draft.handedOverOn === undefined ? 'Indiquez la date de remise.' : undefined}
      />
      <TextInput
        label="Sa référence (facultatif)"
        value={draft.reference}
        maxLength={100}
        onChange={(event) => onChange({ ...draft, reference: event.currentTarget.value })}
        data-autofocus={first === 'reference' || undefined}
      />
    </Group>
    <div className={classes.fee} data-agreed={draft.feeKind !== 'none' || undefined}>
      <Select
        label="Rémunération"
        data={[...feeKinds]}
        value={draft.feeKind}
        allowDeselect={false}
        onChange={(picked) =>
          onChange({
            ...draft,
            feeKind: feeKinds.find(({ value }) => value === picked)?.value ?? draft.feeKind,
          })
        }
      />
      {draft.feeKind === 'fixed' && (
        <AmountInput
          label="Montant"
          value={draft.feeCents}
          onChange={(feeCents) => onChange({ ...draft, feeCents })}
          error={tried && draft.feeCents === undefined ? 'Indiquez le montant convenu.' : undefined}
        />
      )}
      {draft.feeKind === 'share' && (
        <RateInput
          label="Part"
          value={draft.basisPoints}
          onChange={(basisPoints) => onChange({ ...draft, basisPoints })}
          error={tried && draft.basisPoints === undefined ? 'Indiquez la part convenue.' : undefined}
        />
      )}
      {draft.feeKind !== 'none' && (
        <RateInput
          label="TVA en sus (facultatif)"
          value={draft.vatBasisPoints}
          onChange={(vatBasisPoints) => onChange({ ...draft, vatBasisPoints })}
        />
      )}
    </div>
  </>
);

/** Everything that is agreed with a third party. */
export const HandoverFields = (fields: Fields & { readonly known: readonly Collector[] }) => {
  const { draft, onChange } = fields;
  return (
    <>
      <CollectorFields {...fields} />
      <TermsFields {...fields} />
      <Textarea
        label="Note (facultatif)"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
      />
      <Text size="sm">
        Les frais du recouvrement amiable restent à votre charge&nbsp;: ils ne se demandent pas au client
        (CPCEx, art. L111-8).
      </Text>
    </>
  );
};
