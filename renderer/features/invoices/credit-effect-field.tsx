import { Radio, Stack } from '@mantine/core';
import type { CreditEffect } from './invoice-draft.ts';

const effects: readonly {
  readonly value: CreditEffect;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    value: 'from-due-date',
    label: 'Corrige la facture',
    description: 'Son montant n’était pas dû : les pénalités sont comptées sans lui dès l’échéance.',
  },
  {
    value: 'from-its-date',
    label: 'Geste commercial',
    description: 'Son montant était dû jusqu’à la date de l’avoir.',
  },
];

/** From which day a credit note lowers what bears interest. */
export const CreditEffectField = ({
  value,
  onChange,
}: {
  readonly value: CreditEffect;
  readonly onChange: (value: CreditEffect) => void;
}) => (
  <Radio.Group
    label="Effet de l’avoir"
    value={value}
    onChange={(picked) => onChange(effects.find((effect) => effect.value === picked)?.value ?? value)}
  >
    <Stack gap="xs" mt="xs">
      {effects.map((effect) => (
        <Radio
          key={effect.value}
          value={effect.value}
          label={effect.label}
          description={effect.description}
        />
      ))}
    </Stack>
  </Radio.Group>
);
