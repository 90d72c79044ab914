import { describe, expect, it } from 'vitest';
import { type EpcInput, epcPayload } from '../../../../shared/letters/sepa-qr.ts';

const basis: EpcInput = {
  name: 'ATELIER DUPRÉ SARL',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  amountCents: 151_240,
  reference: 'RF31 FA20 2600 0123',
};

const kindOf = (changes: Partial<EpcInput>): string => {
  const result = epcPayload({ ...basis, ...changes });
  return result.ok ? 'ok' : result.error.kind;
};

describe('epcPayload', () => {
  it('carries a reference (EPC1: 10 lines, 90 bytes)', () => {
    const result = epcPayload(basis);
    expect(result).toEqual({
      ok: true,
      value:
        'BCD\n002\n1\nSCT\n\nATELIER DUPRÉ SARL\nFR7630006000011234567890189\nEUR1512.4\n\nRF31FA2026000123',
    });
    expect(result.ok && Buffer.byteLength(result.value)).toBe(90);
  });

  it('carries a text (EPC2: 11 lines, 118 bytes)', () => {
    const result = epcPayload({
      ...basis,
      bic: 'AGRIFRPP',
      amountCents: 4000,
      reference: undefined,
      text: 'Facture FA-2026-000123 éch. 30/09/2026',
    });
    expect(result).toEqual({
      ok: true,
      value:
        'BCD\n002\n1\nSCT\nAGRIFRPP\nATELIER DUPRÉ SARL\nFR7630006000011234567890189\nEUR40\n\n\nFacture FA-2026-000123 éch. 30/09/2026',
    });
    expect(result.ok && Buffer.byteLength(result.value)).toBe(118);
  });

  it.each([
    [100_000, 'EUR1000'],
    [500, 'EUR5'],
    [1230, 'EUR12.3'],
    [1205, 'EUR12.05'],
    [1, 'EUR0.01'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %d cents as %s', (amountCents, field) => {
    const result = epcPayload({ ...basis, amountCents });
    expect(result.ok && result.value.split('\n')[7]).toBe(field);
  });

  it.each([
    ['ok', {}],
    ['ok', { name: 'é'.repeat(70) }],
    ['invalid-name', { name: 'é'.repeat(71) }],
    ['invalid-name', { name: ' ' }],
    ['ok', { name: ` ${'é'.repeat(70)} ` }],
    ['invalid-name', { name: 'DUPRÉ\nDE89370400440532013000' }],
    ['invalid-name', { name: 'DUPRÉ\n' }],
    ['invalid-name', { name: 'DUPRÉ\u0085SARL' }],
    ['invalid-name', { name: 'DUPRÉ\u2028SARL' }],
    ['invalid-name', { name: 'DUPRÉ \uD83D' }],
    ['invalid-iban', { iban: 'FR76 3000 6000 0112 3456 7890 188' }],
    ['invalid-iban', { iban: '' }],
    ['invalid-bic', { bic: 'BHBLDE' }],
    ['ok', { bic: ' ' }],
    ['ok', { iban: 'DE89370400440532013000' }],
    ['missing-bic', { iban: 'CH9300762011623852957' }],
    ['ok', { iban: 'CH9300762011623852957', bic: 'UBSWCHZH80A' }],
    ['invalid-amount', { amountCents: 0 }],
    ['invalid-amount', { amountCents: -1 }],
    ['invalid-amount', { amountCents: 0.5 }],
    ['invalid-amount', { amountCents: Number.NaN }],
    ['invalid-amount', { amountCents: Number.POSITIVE_INFINITY }],
    ['invalid-amount', { amountCents: 100_000_000_000 }],
    ['invalid-reference', { reference: 'RF17539007547034' }],
    ['reference-and-text', { text: 'Facture 1' }],
    ['invalid-reference', { reference: 'FA2026000123' }],
    ['invalid-reference', { reference: `RF31${'1'.repeat(22)}` }],
    ['ok', { text: '  ' }],
    ['no-remittance', { reference: undefined }],
    ['no-remittance', { reference: ' ', text: ' ' }],
    ['ok', { reference: undefined, text: 'x'.repeat(140) }],
    ['invalid-text', { reference: undefined, text: 'x'.repeat(141) }],
    ['invalid-text', { reference: undefined, text: 'a\r\nb' }],
    ['ok', { name: 'N', reference: undefined, text: `${'€'.repeat(88)}${'x'.repeat(10)}` }], // 331 bytes
    ['too-long', { name: 'N', reference: undefined, text: `${'€'.repeat(88)}${'x'.repeat(11)}` }], // 332
    ['too-long', { reference: undefined, text: '€'.repeat(100) }],
  ] as const)('%s: %j', (kind, changes) => {
    expect(kindOf(changes)).toBe(kind);
  });
});
