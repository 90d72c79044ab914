import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditorReference, isCreditorReference } from '../../shared/identifiers/creditor-reference.ts';
import { normaliseEmailAddress } from '../../shared/identifiers/email-address.ts';
import { ibanOf, isIban } from '../../shared/identifiers/iban.ts';
import { ibanOfRib, ribKey } from '../../shared/identifiers/rib.ts';
import { isS10, s10Number } from '../../shared/identifiers/s10.ts';
import { isVatNumber, vatNumber } from '../../shared/identifiers/vat-number.ts';
import { epcPayload } from '../../shared/letters/sepa-qr.ts';
import { seeded } from '../support/arbitrary-days.ts';
import { anyText } from '../support/arbitrary-text.ts';

const successOf = <Value>(
  result: { ok: true; value: Value } | { ok: false; error: { kind: string } },
): Value => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

/** The text with one sign replaced by another of its kind. */
const withTypo = (text: string, position: number, step: number): string => {
  const sign = text.charAt(position);
  const alphabet = /\d/.test(sign) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const other = alphabet.charAt((alphabet.indexOf(sign) + step) % alphabet.length);
  return text.slice(0, position) + other + text.slice(position + 1);
};

describe('check digits', () => {
  it('of a creditor reference hold, and catch any one typing error', () => {
    const number = fc.stringMatching(/^[A-Z0-9]{1,21}$/);
    fc.assert(
      fc.property(number, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, step) => {
        const reference = successOf(creditorReference(text));
        expect(isCreditorReference(reference)).toBe(true);
        expect(reference.slice(4)).toBe(text);
        expect(isCreditorReference(withTypo(reference, 2 + (place % (reference.length - 2)), step))).toBe(
          false,
        );
      }),
      seeded,
    );
  });

  it('of a French account hold, and catch any one typing error', () => {
    const rib = fc.record({
      bank: fc.stringMatching(/^\d{5}$/),
      branch: fc.stringMatching(/^\d{5}$/),
      account: fc.stringMatching(/^[A-Z0-9]{11}$/),
    });
    fc.assert(
      fc.property(rib, fc.nat(), fc.integer({ min: 1, max: 9 }), (account, place, step) => {
        const key = successOf(ribKey(account));
        expect(key).toMatch(/^\d{2}$/);
        const iban = successOf(ibanOfRib({ ...account, key }));
        expect(ibanOf('FR', iban.slice(4))).toEqual({ ok: true, value: iban });
        expect(isIban(withTypo(iban, 2 + (place % 25), step))).toBe(false);
      }),
      seeded,
    );
  });

  it('of a postal number hold', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (serial) => {
        expect(isS10(s10Number('RK', serial, 'FR'))).toBe(true);
      }),
      seeded,
    );
  });

  it('of a VAT number are those of its SIREN', () => {
    const siren = fc.stringMatching(/^\d{8}$/).map((digits) => {
      const luhn = [...digits].reduce((sum, digit, index) => {
        const doubled = Number(digit) * 2;
        return sum + (index % 2 === 0 ? Number(digit) : doubled > 9 ? doubled - 9 : doubled);
      }, 0);
      return `${digits}${(10 - (luhn % 10)) % 10}`;
    });
    fc.assert(
      fc.property(siren, (digits) => {
        const number = successOf(vatNumber(digits));
        expect(isVatNumber(number)).toBe(true);
        expect(Number(number.slice(2, 4))).toBe(Number(`${digits}12`) % 97);
      }),
      seeded,
    );
  });
});

describe('what leaves the application', () => {
  it('an address never carries a second one or a line end', () => {
    const text = fc.oneof(
      anyText,
      fc.tuple(fc.string(), fc.string()).map(([local, host]) => `${local}@${host}.fr`),
      fc
        .tuple(fc.constantFrom('\r\n', ',', ';', ' ', '<', '>', '"', '\u0000', '('), fc.nat({ max: 13 }))
        .map(
          ([sign, place]) => `${'compta@martin'.slice(0, place)}${sign}${'compta@martin'.slice(place)}.fr`,
        ),
    );
    fc.assert(
      fc.property(text, (value) => {
        const result = normaliseEmailAddress(value);
        if (result.ok) expect(result.value).toMatch(/^[^\s@<>(),;:"[\]\\]+@[a-z0-9.-]+$/);
        else expect(result.error.text).toBe(value);
      }),
      seeded,
    );
  });

  it('a QR payload always has its fields on their lines', () => {
    const field = anyText;
    fc.assert(
      fc.property(field, field, (name, text) => {
        const result = epcPayload({
          name,
          iban: 'FR7630006000011234567890189',
          amountCents: 4000,
          text,
        });
        if (!result.ok) return;
        const lines = result.value.split(/\r\n|[\r\n\u2028\u2029]/);
        expect(lines).toHaveLength(11);
        expect(lines[6]).toBe('FR7630006000011234567890189');
        expect(Buffer.byteLength(result.value)).toBeLessThanOrEqual(331);
      }),
      seeded,
    );
  });
});
