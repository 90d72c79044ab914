import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrMatrix } from '../../electron/letters/qr-matrix.ts';
import { isBic, normaliseBic } from '../../shared/identifiers/bic.ts';
import { compact } from '../../shared/identifiers/compact.ts';
import {
  creditorReference,
  formatCreditorReference,
  isCreditorReference,
} from '../../shared/identifiers/creditor-reference.ts';
import { isEmailAddress, normaliseEmailAddress } from '../../shared/identifiers/email-address.ts';
import { formatIban, ibanOf, isIban, normaliseIban } from '../../shared/identifiers/iban.ts';
import { printedPhone } from '../../shared/identifiers/printed-phone.ts';
import { ibanOfRib, ribKey } from '../../shared/identifiers/rib.ts';
import { isS10, normaliseTrackingNumber, trackingNumberCheck } from '../../shared/identifiers/s10.ts';
import { formatSiren, isSiren, isSiret, sirenOf } from '../../shared/identifiers/siren.ts';
import { formatVatNumber, isVatNumber, vatNumber } from '../../shared/identifiers/vat-number.ts';
import { type EpcInput, epcPayload } from '../../shared/letters/sepa-qr.ts';
import { seeded } from '../support/arbitrary-days.ts';
import { anyText } from '../support/arbitrary-text.ts';
import { readQr } from '../unit/electron/letters/read-qr.ts';

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
        const digits = Array.from({ length: 10 }, (_unused, digit) => digit);
        expect(digits.filter((digit) => isS10(`RK${serial}${digit}FR`))).toHaveLength(1);
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

  it('an address is one with nothing around it, in whatever case its domain is', () => {
    const nearly = fc.oneof(
      anyText,
      fc.stringMatching(/^[ A-Za-z0-9.+@,-]{0,12}[@ ]?[A-Za-z0-9.\u212a\u0130-]{0,12}\.[A-Za-z]{1,3}[ \n]?$/),
      // The limits of 64 and 254 characters.
      fc
        .tuple(fc.integer({ min: 62, max: 66 }), fc.integer({ min: 1, max: 100 }))
        .map(([local, labels]) => `${'a'.repeat(local)}@${'b.'.repeat(labels)}fr`),
    );
    fc.assert(
      fc.property(nearly, (value) => {
        const result = normaliseEmailAddress(value);
        expect(isEmailAddress(value)).toBe(result.ok && value === value.trim());
      }),
      seeded,
    );
  });

  const textField = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    // By itself fast-check keeps texts short: the limits of 70 and 140 characters and 331 bytes need long ones.
    fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀'), minLength: 1, maxLength: 145, size: 'max' }),
    fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 .,'’/-]{1,140}$/),
    anyText,
  );
  const ibans = fc.oneof(
    fc.stringMatching(/^\d{10}[A-Z0-9]{11}\d{2}$/).map((account) => successOf(ibanOf('FR', account))),
    fc.stringMatching(/^\d{18}$/).map((account) => successOf(ibanOf('DE', account))),
    fc.stringMatching(/^\d{5}[A-Z0-9]{12}$/).map((account) => successOf(ibanOf('CH', account))),
  );
  const remittance = fc.oneof(
    fc
      .stringMatching(/^[A-Z0-9]{1,21}$/)
      .map((number) => ({ reference: successOf(creditorReference(number)) })),
    textField.map((text) => ({ text })),
  );
  const payloads = fc.record({
    name: textField.map((text) => [...text].slice(0, 72).join('')),
    iban: ibans,
    bic: fc.constantFrom(undefined, '', 'AGRIFRPP', 'AGRI FR PP 882'),
    amountCents: fc.integer({ min: 1, max: 99_999_999_999 }),
    remittance,
  });
  type Drawn = typeof payloads extends fc.Arbitrary<infer Value> ? Value : never;
  const inputOf = ({ remittance: paid, ...rest }: Drawn): EpcInput => ({ ...rest, ...paid });

  it('a QR payload says what went in, field by field, in 331 bytes at most', () => {
    fc.assert(
      fc.property(payloads.map(inputOf), (input) => {
        const result = epcPayload(input);
        if (!result.ok) {
          expect(['invalid-name', 'invalid-text', 'missing-bic', 'no-remittance', 'too-long']).toContain(
            result.error.kind,
          );
          return;
        }
        const lines = result.value.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
        const [amount, purpose, reference = '', text = '', ...more] = lines.slice(7);
        expect(lines.slice(0, 7)).toEqual([
          'BCD',
          '002',
          '1',
          'SCT',
          (input.bic ?? '').replaceAll(' ', ''),
          input.name.trim(),
          input.iban,
        ]);
        expect(amount).toMatch(/^EUR\d{1,9}(?:\.\d{1,2})?$/);
        expect(Math.round(Number(amount?.slice(3)) * 100)).toBe(input.amountCents);
        expect([purpose, reference, text]).toEqual(['', input.reference ?? '', (input.text ?? '').trim()]);
        expect(more).toEqual([]);
        expect(result.value.endsWith('\n')).toBe(false);
        expect(Buffer.byteLength(result.value)).toBeLessThanOrEqual(331);
        expect(Buffer.from(result.value, 'utf8').toString('utf8')).toBe(result.value);
      }),
      seeded,
    );
  });

  it('a QR code of at most version 13 reads back as its payload', () => {
    fc.assert(
      fc.property(payloads.map(inputOf), (input) => {
        const result = epcPayload(input);
        if (!result.ok) return;
        const modules = qrMatrix(result.value);
        expect(modules?.length).toBeLessThanOrEqual(69);
        expect(readQr((row, column) => modules?.[row]?.[column] === true, modules?.length ?? 0)).toBe(
          result.value,
        );
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});

describe('any text at all', () => {
  /** Identifiers, damaged by a piece of any text somewhere. */
  const nearly = fc
    .tuple(
      fc.constantFrom(
        'FR7630006000011234567890189',
        'DE89370400440532013000',
        'AGRIFRPP882',
        'RF31FA2026000123',
        'FR44732829320',
        'NL000099998B57',
        '73282932000074',
        '35600000049837',
        'RK473124829FR',
        '0472000000',
        'compta@martin.fr',
      ),
      fc.nat({ max: 28 }),
      fc.nat({ max: 3 }),
      anyText.map((text) => [...text].slice(0, 3).join('')),
    )
    .map(([number, place, count, piece]) => number.slice(0, place) + piece + number.slice(place + count));
  const text = fc.oneof(anyText, nearly, fc.string({ unit: 'binary' }));

  it('is answered by every check with yes or no', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const check of [
          isBic,
          isCreditorReference,
          isEmailAddress,
          isIban,
          isS10,
          isSiren,
          isSiret,
          isVatNumber,
        ])
          expect(check(value)).toBeTypeOf('boolean');
        expect(['fine', 'suspect', 'not-a-number']).toContain(trackingNumberCheck(value));
      }),
      seeded,
    );
  });

  it('is put into form, or comes back, or fails with its own kind', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const form of [
          compact,
          formatCreditorReference,
          formatIban,
          formatSiren,
          formatVatNumber,
          normaliseBic,
          normaliseTrackingNumber,
          printedPhone,
        ])
          expect(form(value)).toBeTypeOf('string');
        expect(sirenOf(value) ?? '732829320').toSatisfy(isSiren);

        const reference = creditorReference(value);
        expect(reference).toSatisfy(() => !reference.ok || isCreditorReference(reference.value));
        const iban = normaliseIban(value);
        expect(iban).toEqual(
          isIban(value)
            ? { ok: true, value: compact(value) }
            : { ok: false, error: { kind: 'invalid-iban', text: value } },
        );
        const composed = ibanOf(value.slice(0, 2), value.slice(2));
        expect(composed).toSatisfy(() => !composed.ok || isIban(composed.value));
        expect(ibanOf('FR', value).ok || !/^\d{10}[A-Z0-9]{11}\d{2}$/.test(compact(value))).toBe(true);
        const vat = vatNumber(value);
        expect(vat.ok).toBe(isSiren(value));
        const rib = { bank: value, branch: value.slice(0, 5), account: value };
        expect(ribKey(rib)).toEqual({ ok: false, error: { kind: 'invalid-rib' } });
        const key = ribKey({ bank: '30006', branch: '00001', account: value });
        expect(key.ok).toBe(/^[A-Z0-9]{11}$/.test(compact(value)));
        expect(ibanOfRib({ bank: '30006', branch: '00001', account: '12345678901', key: value }).ok).toBe(
          value === '89',
        );
        expect(epcPayload({ name: value, iban: value, bic: value, amountCents: 1, text: value }).ok).toBe(
          false,
        );
      }),
      seeded,
    );
  });
});
