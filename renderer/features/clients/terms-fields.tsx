import { Group, NumberInput, Select } from '@mantine/core';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { MethodChoice } from './method-choice.tsx';
import type { TermsDraft, TermsProblem } from './terms-draft.ts';

const kindsFor = (
  regime: DebtorRegime,
  defaultTermDays: number,
): readonly { readonly value: TermsDraft['kind']; readonly label: string }[] => [
  { value: 'company', label: `Réglage général : ${defaultTermDays} jours nets` },
  { value: 'net', label: 'Jours nets, après l’émission de la facture' },
  { value: 'end-of-month', label: 'Jours fin de mois' },
  {
    value: 'after-receipt',
    label:
      regime === 'public'
        ? 'Jours après la réception de la demande de paiement'
        : 'Jours après la réception ou la livraison',
  },
  { value: 'decade', label: 'Jours après la fin de la décade de livraison' },
];

const days = (value: number | string): number | undefined => (typeof value === 'number' ? value : undefined);

/** Payment terms of every kind. The days show what each kind needs, and only that. */
export const TermsFields = ({
  value,
  onChange,
  regime,
  defaultTermDays,
  problem,
}: {
  readonly value: TermsDraft;
  readonly onChange: (value: TermsDraft) => void;
  readonly regime: DebtorRegime;
  readonly defaultTermDays: number;
  /** What is missing, once the user tried to save. */
  readonly problem: TermsProblem | undefined;
}) => {
  const kinds = kindsFor(regime, defaultTermDays);
  return (
    <>
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Select
          label="Conditions de paiement"
          data={[...kinds]}
          value={value.kind}
          allowDeselect={false}
          style={{ flex: 1, minWidth: 0 }}
          onChange={(picked) =>
            onChange({ ...value, kind: kinds.find((kind) => kind.value === picked)?.value ?? value.kind })
          }
        />
        {value.kind !== 'company' && (
          <NumberInput
            label="Délai"
            value={value.days ?? ''}
            min={0}
            max={365}
            allowDecimal={false}
            suffix=" jours"
            w={112}
            error={problem === 'missing-days' ? 'Indiquez le délai.' : undefined}
            onChange={(next) => onChange({ ...value, days: days(next) })}
          />
        )}
        {value.kind === 'end-of-month' && (
          <NumberInput
            label="Puis le (facultatif)"
            value={value.plusDays ?? ''}
            min={1}
            max={31}
            allowDecimal={false}
            placeholder="le 10"
            prefix="le "
            w={136}
            onChange={(next) => onChange({ ...value, plusDays: days(next) })}
          />
        )}
      </Group>
      {value.kind === 'end-of-month' && value.days !== 0 && (
        <MethodChoice value={value} onChange={onChange} isMissing={problem === 'missing-method'} />
      )}
    </>
  );
};
