import { Group, NumberInput, Switch } from '@mantine/core';
import type { EarlyPaymentDiscount } from '../../shared/ledger/client.ts';
import { RateInput } from './rate-input.tsx';

/** An escompte while it is being typed: any part may still be missing. */
export interface DiscountDraft {
  readonly isOn: boolean;
  readonly basisPoints: number | undefined;
  readonly withinDays: number | undefined;
}

export const draftOfDiscount = (discount: EarlyPaymentDiscount | undefined): DiscountDraft => ({
  isOn: discount !== undefined,
  basisPoints: discount?.basisPoints,
  withinDays: discount?.withinDays,
});

/** Whether a rate of the draft is one that an escompte may have, 0.01 to 20 %. */
const isRate = (basisPoints: number | undefined): basisPoints is number =>
  basisPoints !== undefined && basisPoints >= 1 && basisPoints <= 2000;
const isTerm = (days: number | undefined): days is number =>
  days !== undefined && Number.isInteger(days) && days >= 1 && days <= 365;

/** True when the draft can be saved. */
export const isWholeDiscount = ({ isOn, basisPoints, withinDays }: DiscountDraft): boolean =>
  !isOn || (isRate(basisPoints) && isTerm(withinDays));

/** The escompte typed; undefined where there is none, or while something is missing. */
export const discountOfDraft = ({
  isOn,
  basisPoints,
  withinDays,
}: DiscountDraft): EarlyPaymentDiscount | undefined =>
  isOn && isRate(basisPoints) && isTerm(withinDays) ? { basisPoints, withinDays } : undefined;

/** Escompte for early payment (C. com. L441-9): whether there is one, its rate and its days. */
export const DiscountFields = ({
  value,
  onChange,
  label,
  description,
  showsProblems,
}: {
  readonly value: DiscountDraft;
  readonly onChange: (value: DiscountDraft) => void;
  readonly label: string;
  readonly description: string;
  readonly showsProblems: boolean;
}) => (
  <>
    <Switch
      label={label}
      description={description}
      checked={value.isOn}
      onChange={(event) => onChange({ ...value, isOn: event.currentTarget.checked })}
    />
    {value.isOn && (
      <Group align="flex-start" gap="md" mt="xs">
        <RateInput
          label="Taux d’escompte"
          w={160}
          value={value.basisPoints}
          onChange={(basisPoints) => onChange({ ...value, basisPoints })}
          error={showsProblems && !isRate(value.basisPoints) ? 'Entre 0,01 et 20 %.' : undefined}
        />
        <NumberInput
          label="Payée dans les"
          w={224}
          min={1}
          max={365}
          allowDecimal={false}
          suffix=" jours de la facture"
          value={value.withinDays ?? ''}
          error={showsProblems && !isTerm(value.withinDays) ? 'De 1 à 365 jours.' : undefined}
          onChange={(days) => onChange({ ...value, withinDays: typeof days === 'number' ? days : undefined })}
        />
      </Group>
    )}
  </>
);
