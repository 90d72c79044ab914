import { Radio, Stack } from '@mantine/core';
import { useToday } from '../../application/ledger-context.tsx';
import { type EndOfMonthMethod, exampleText, methodExamples, type TermsDraft } from './terms-draft.ts';

const labels: Readonly<Record<EndOfMonthMethod, (days: number) => string>> = {
  'add-then-end': (days) => `Ajouter ${days} jours, puis aller à la fin du mois`,
  'end-then-add': (days) => `Aller à la fin du mois, puis ajouter ${days} jours`,
};

const methods: readonly EndOfMonthMethod[] = ['add-then-end', 'end-then-add'];

/**
 * The two lawful readings of « N jours fin de mois », told by an example each. None is chosen for the user:
 * the results differ by up to 17 days, and the contract decides.
 */
export const MethodChoice = ({
  value,
  onChange,
  isMissing,
}: {
  readonly value: TermsDraft;
  readonly onChange: (value: TermsDraft) => void;
  readonly isMissing: boolean;
}) => {
  const examples = methodExamples(value, useToday());
  return (
    <Radio.Group
      label="Comment compter la fin de mois"
      description="Les deux lectures sont admises : prenez celle de votre contrat."
      value={value.method ?? ''}
      onChange={(picked) => onChange({ ...value, method: methods.find((method) => method === picked) })}
      {...(isMissing && { error: 'Choisissez la lecture de votre contrat.' })}
    >
      <Stack gap="xs" my="xs">
        {methods.map((method) => (
          <Radio
            key={method}
            value={method}
            label={labels[method](value.days ?? 0)}
            description={examples && exampleText(examples, method)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
