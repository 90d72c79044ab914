import type { MoneyMovement } from './match-contract.ts';
import { isGenericPayer, payerNameKey, writtenPayer } from './payer-name.ts';

/** What a movement says of its payer, in the form in which it is learnt. */
export interface PayerMark {
  /** Normalised name; absent where the line gives none, or one that stands for everybody. */
  readonly nameKey?: string;
  /** Without spaces. */
  readonly iban?: string;
}

/**
 * What the user's confirmation of a movement teaches: name and account of its payer. No name where the
 * statement does not say where it ends; none of banks, of those who pay for everybody (public treasuries,
 * payment services, factors) or of means of payment, and not their accounts either.
 */
export const payerNameOf = (
  movement: Pick<MoneyMovement, 'label' | 'counterparty' | 'counterpartyIban'>,
): PayerMark => {
  const written = writtenPayer(movement);
  const key = written === undefined ? '' : payerNameKey(written.text);
  const isGeneric = key !== '' && isGenericPayer(key);
  const iban = movement.counterpartyIban;
  return {
    ...(key !== '' && written?.isBounded === true && !isGeneric && { nameKey: key }),
    ...(iban !== undefined && iban !== '' && !isGeneric && { iban }),
  };
};
