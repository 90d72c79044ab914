import { describe, expect, it } from 'vitest';
import { legalLine, senderOf } from '../../../../shared/letters/company-lines.ts';
import { company } from './sample-letter.ts';

const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('the legal line of a letter (C. com. R123-237 and R123-238)', () => {
  it('states form, capital, SIREN, register and VAT number, in this order', () => {
    expect(plain(legalLine(company))).toBe(
      'SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon · TVA FR 44 732829320',
    );
  });

  it('never tears a number from its name at the end of a line', () => {
    for (const whole of ['SIREN\u00A0732\u00A0829\u00A0320', 'TVA\u00A0FR\u00A044\u00A0732829320'])
      expect(legalLine(company)).toContain(whole);
  });

  it('leaves out what the settings do not hold, and nothing else', () => {
    const without = (over: Partial<typeof company>) => plain(legalLine({ ...company, ...over }));
    expect(without({ capital: ' ' })).toBe('SARL · SIREN 732 829 320 · RCS Lyon · TVA FR 44 732829320');
    expect(without({ legalForm: '' })).toMatch(/^Société au capital de 10 000 € · SIREN/u);
    expect(without({ siren: '' })).toBe('SARL au capital de 10 000 € · RCS Lyon · TVA FR 44 732829320');
    expect(without({ registry: '' })).toBe(
      'SARL au capital de 10 000 € · SIREN 732 829 320 · TVA FR 44 732829320',
    );
    expect(without({ vatNumber: '' })).toBe('SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon');
  });

  it('writes neither euro sign nor register twice', () => {
    expect(plain(legalLine({ ...company, capital: '10 000 €' }))).toMatch(/au capital de 10 000 € · SIREN/u);
    expect(plain(legalLine({ ...company, capital: '10 000 euros' }))).toMatch(/10 000 euros · SIREN/u);
    for (const registry of ['RCS Lyon', 'RNE', 'RM 69'])
      expect(plain(legalLine({ ...company, registry }))).toContain(` · ${registry} · `);
  });
});

describe('the sender of a letter', () => {
  it('has name, address, means of contact, who signs, and the place of the date', () => {
    expect(senderOf({ ...company, logoHash: 'a'.repeat(64), signatureHash: 'b'.repeat(64) })).toEqual({
      name: 'Atelier Dupré SARL',
      lines: ['12 rue de l’Église', '69003 Lyon'],
      legalLine: legalLine(company),
      phone: '04\u00A078\u00A000\u00A000\u00A000',
      email: 'compta@atelier-dupre.example',
      signatoryName: 'Hélène Dupré',
      signatoryCapacity: 'Gérante',
      place: 'Lyon',
      logoHash: 'a'.repeat(64),
      signatureHash: 'b'.repeat(64),
    });
  });
});
