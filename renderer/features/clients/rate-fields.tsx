import { Group, NumberInput, Select } from '@mantine/core';
import type { InterestRate } from '../../../shared/ledger/client.ts';
import { unreachable } from '../../../shared/result.ts';

const kinds = [
  { value: 'statutory', label: 'Taux légal de retard (rien de convenu)' },
  { value: 'fixed', label: 'Taux annuel fixe' },
  { value: 'legal-multiple', label: 'Multiple du taux d’intérêt légal' },
  { value: 'ecb-plus', label: 'Taux de la BCE majoré' },
] as const satisfies readonly { readonly value: InterestRate['kind']; readonly label: string }[];

/** A rate of each kind to start from, the usual one in French terms of sale. */
const startingRate = (kind: InterestRate['kind']): InterestRate => {
  switch (kind) {
    case 'statutory':
      return { kind };
    case 'fixed':
      return { kind, basisPoints: 1200 };
    case 'legal-multiple':
      return { kind, times: 3 };
    case 'ecb-plus':
      return { kind, points: 10 };
    default:
      return unreachable(kind);
  }
};

const figureOf = (
  rate: InterestRate,
): { readonly label: string; readonly value: number; readonly suffix: string } | undefined => {
  switch (rate.kind) {
    case 'statutory':
      return undefined;
    case 'fixed':
      return { label: 'Taux annuel', value: rate.basisPoints / 100, suffix: ' %' };
    case 'legal-multiple':
      return { label: 'Nombre de fois', value: rate.times, suffix: ' fois' };
    case 'ecb-plus':
      return { label: 'Majoration', value: rate.points, suffix: ' points' };
    default:
      return unreachable(rate);
  }
};

const withFigure = (rate: InterestRate, figure: number): InterestRate => {
  switch (rate.kind) {
    case 'statutory':
      return rate;
    case 'fixed':
      return { kind: 'fixed', basisPoints: Math.round(figure * 100) };
    case 'legal-multiple':
      return { kind: 'legal-multiple', times: figure };
    case 'ecb-plus':
      return { kind: 'ecb-plus', points: figure };
    default:
      return unreachable(rate);
  }
};

/** The late-payment rate that the contract or the terms of sale name. */
export const RateFields = ({
  value,
  onChange,
}: {
  readonly value: InterestRate;
  readonly onChange: (value: InterestRate) => void;
}) => {
  const figure = figureOf(value);
  return (
    <Group align="flex-start" gap="md" grow>
      <Select
        label="Taux des pénalités de retard"
        description="Celui de vos conditions générales de vente."
        data={kinds}
        value={value.kind}
        allowDeselect={false}
        onChange={(picked) => {
          const kind = kinds.find((candidate) => candidate.value === picked)?.value;
          if (kind !== undefined && kind !== value.kind) onChange(startingRate(kind));
        }}
      />
      {figure && (
        <NumberInput
          label={figure.label}
          description="Entre 0 et 100."
          value={figure.value}
          min={0}
          max={100}
          decimalScale={2}
          decimalSeparator=","
          suffix={figure.suffix}
          onChange={(next) => {
            if (typeof next === 'number') onChange(withFigure(value, next));
          }}
        />
      )}
    </Group>
  );
};
