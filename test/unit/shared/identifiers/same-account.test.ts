import { describe, expect, it } from 'vitest';
import { isSameAccount } from '../../../../shared/identifiers/same-account.ts';

const iban = 'FR7630006000011234567890189';

describe('two names of one account', () => {
  it.each([
    [iban, 'FR76 3000 6000 0112 3456 7890 189'],
    [iban, '300060000112345678901'],
    ['30006000011234567890189', iban],
    [iban, '12345678901'],
    ['12300 000012345678', '12300000012345678'],
  ])('%s is %s', (a, b) => {
    expect(isSameAccount(a, b)).toBe(true);
    expect(isSameAccount(b, a)).toBe(true);
  });

  it.each([
    [iban, 'FR7630006000011234567890286'],
    [iban, '12345678902'],
    [iban, '30006'],
    ['DE89370400440532013000', '0532013000'],
    ['', ''],
    [iban, ''],
  ])('%s is not %s', (a, b) => expect(isSameAccount(a, b)).toBe(false));
});
