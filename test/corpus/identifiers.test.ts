import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isCreditorReference } from '../../shared/identifiers/creditor-reference.ts';
import { isIban, normaliseIban } from '../../shared/identifiers/iban.ts';
import { isSiren, isSiret } from '../../shared/identifiers/siren.ts';
import { isVatNumber } from '../../shared/identifiers/vat-number.ts';
import { epcPayload } from '../../shared/letters/sepa-qr.ts';

/** The corpus beside the project where it exists; a clone that stands alone checks the sample instead. */
const read = <Shape extends z.ZodType>(
  name: string,
  shape: Shape,
  sample: z.infer<Shape>,
): z.infer<Shape> => {
  const file = new URL(`../../../shared/data/identifiers/${name}`, import.meta.url);
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : sample;
};

const input = z.object({ input: z.string() });
const listed = z.array(
  z
    .union([input.loose(), z.string()])
    .transform((entry) => (typeof entry === 'string' ? entry : entry.input)),
);

const ibans = read(
  'iban.json',
  z.object({ valid: z.array(z.object({ input: z.string(), compact: z.string() })), invalid: listed }),
  {
    valid: [{ input: 'NO71.4202.47.14777', compact: 'NO7142024714777' }],
    invalid: ['HR1210010052863000160'],
  },
);
const references = read('iso11649.json', z.object({ valid: listed, invalid: listed }), {
  valid: ['RF18539007547034'],
  invalid: ['RF17 5390 0754 7034'],
});
const companies = read(
  'siren-siret-tva.json',
  z.object({
    siren_valid: listed,
    siren_invalid: listed,
    siret_valid: listed,
    siret_invalid: listed,
    vat_valid: listed,
    vat_invalid: listed,
  }),
  {
    siren_valid: ['443 121 975'],
    siren_invalid: ['404833047'],
    siret_valid: ['356 000 000 09075'],
    siret_invalid: ['73282932000079'],
    vat_valid: ['K7399859412'],
    vat_invalid: ['44999999991'],
  },
);
const codes = read(
  'epc-qr.json',
  z.object({
    payloads: z.array(
      z.object({
        fields: z.object({
          name: z.string(),
          iban: z.string(),
          amount: z.string(),
          remittance_text: z.string(),
        }),
        payload: z.string(),
      }),
    ),
  }),
  {
    payloads: [
      {
        fields: {
          name: 'ATELIER DUPRÉ SARL',
          iban: 'FR7630006000011234567890189',
          amount: '40.00',
          remittance_text: 'Facture 1',
        },
        payload: 'BCD\n002\n2\nSCT\n\nATELIER DUPRÉ SARL\nFR7630006000011234567890189\nEUR40\n\n\nFacture 1',
      },
    ],
  },
);

/** The texts of a list that a check answers otherwise than expected. */
const wrong = (
  texts: readonly string[],
  check: (text: string) => boolean,
  expected: boolean,
): readonly string[] => texts.filter((text) => check(text) !== expected);

describe('identifiers written by others', () => {
  it('IBAN', () => {
    expect(ibans.valid.length).toBeGreaterThan(0);
    for (const { input: text, compact } of ibans.valid)
      expect(normaliseIban(text)).toEqual({ ok: true, value: compact });
    expect(wrong(ibans.invalid, isIban, false)).toEqual([]);
  });

  it('creditor references', () => {
    expect(wrong(references.valid, isCreditorReference, true)).toEqual([]);
    expect(wrong(references.invalid, isCreditorReference, false)).toEqual([]);
  });

  it('SIREN, SIRET and VAT numbers', () => {
    expect(wrong(companies.siren_valid, isSiren, true)).toEqual([]);
    expect(wrong(companies.siren_invalid, isSiren, false)).toEqual([]);
    expect(wrong(companies.siret_valid, isSiret, true)).toEqual([]);
    expect(wrong(companies.siret_invalid, isSiret, false)).toEqual([]);
    expect(wrong(companies.vat_valid, isVatNumber, true)).toEqual([]);
    expect(wrong(companies.vat_invalid, isVatNumber, false)).toEqual([]);
  });

  it('QR payloads, but for the character set, always UTF-8 here', () => {
    for (const { fields, payload } of codes.payloads) {
      const made = epcPayload({
        name: fields.name,
        iban: fields.iban,
        amountCents: Math.round(Number(fields.amount) * 100),
        text: fields.remittance_text,
      });
      expect(made).toEqual({ ok: true, value: payload.replace('\n002\n2\n', '\n002\n1\n') });
    }
  });
});
