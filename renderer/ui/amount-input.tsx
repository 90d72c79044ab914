import type { Cents } from '../../shared/money/cents.ts';
import { formatPlainAmount } from '../../shared/money/format-amount.ts';
import { type AmountError, parseAmount } from '../../shared/money/parse-amount.ts';
import { fail, type Result, unreachable } from '../../shared/result.ts';
import { FigureInput, type FigureInputProps } from './figure-input.tsx';

type Problem = { readonly kind: AmountError['kind'] | 'negative' };

const problemOf = ({ kind }: Problem): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'not-an-amount':
      return 'Écrivez un montant, par exemple 1 234,50.';
    case 'ambiguous':
      return 'Écrivez les centimes, par exemple 1234,00.';
    case 'too-precise':
      return 'Deux chiffres après la virgule au plus.';
    case 'too-large':
      return 'Ce montant est trop grand.';
    case 'negative':
      return 'Le montant ne peut pas être négatif.';
    default:
      return unreachable(kind);
  }
};

const notNegative = (text: string): Result<Cents, Problem> => {
  const amount = parseAmount(text);
  return amount.ok && amount.value < 0 ? fail({ kind: 'negative' }) : amount;
};

/**
 * An amount typed as people write it (`1234,5`, `1 234.50`).
 * @param onChange undefined while the text is empty or no amount.
 * @param allowNegative accepts amounts below zero (a bank balance).
 */
export const AmountInput = ({
  allowNegative = false,
  ...passed
}: FigureInputProps & {
  readonly value: Cents | undefined;
  readonly onChange: (value: Cents | undefined) => void;
  readonly allowNegative?: boolean;
}) => (
  <FigureInput<Cents, Problem>
    {...passed}
    unit="€"
    read={allowNegative ? parseAmount : notNegative}
    written={formatPlainAmount}
    problemOf={problemOf}
  />
);
