import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { type IbanError, ibanOf } from './iban.ts';

/** A French account as on a RIB: bank 5 digits, branch 5 digits, account 11 letters and digits. */
export interface RibAccount {
  readonly bank: string;
  readonly branch: string;
  readonly account: string;
}

export type RibError = { readonly kind: 'invalid-rib' };

/** Letters of an account count as the digits below them on a phone-like table: A J = 1, B K S = 2 … I R Z = 9. */
const letterDigits = (account: string): string =>
  account.replace(/[A-Z]/g, (letter) => {
    const index = letter.charCodeAt(0) - 65;
    return String(index < 18 ? (index % 9) + 1 : index - 16);
  });

/** The two digits of the RIB key: 97 − ((89 × bank + 15 × branch + 3 × account) mod 97). */
export const ribKey = ({ bank, branch, account }: RibAccount): Result<string, RibError> => {
  const number = compact(account);
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[A-Z0-9]{11}$/.test(number))
    return fail({ kind: 'invalid-rib' });
  // 11 digits × 3 stay far below 2^53.
  const sum = 89 * Number(bank) + 15 * Number(branch) + 3 * Number(letterDigits(number));
  return ok(String(97 - (sum % 97)).padStart(2, '0'));
};

/** IBAN of a RIB, its key checked. */
export const ibanOfRib = (
  rib: RibAccount & { readonly key: string },
): Result<string, RibError | IbanError> => {
  const key = ribKey(rib);
  if (!key.ok) return key;
  return key.value === rib.key.padStart(2, '0')
    ? ibanOf('FR', `${rib.bank}${rib.branch}${rib.account}${key.value}`)
    : fail({ kind: 'invalid-rib' });
};
