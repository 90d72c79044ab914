import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentEntry } from '../../shared/cases/case-file-entry.ts';
import { caseFileName } from '../../shared/cases/case-file-name.ts';
import { numberSections } from '../../shared/cases/case-file-number.ts';
import { day } from '../../shared/dates/day.ts';
import { letterModel } from '../../shared/ipc/letter-contract.ts';
import { addressBlock, addressLineLimit, postalCapitals } from '../../shared/letters/address-block.ts';
import { readTrackingNumber, typedTrackingNumber } from '../../shared/letters/dispatch-number.ts';
import { defaultLetterLayout, letterDocument } from '../../shared/letters/letter-document.ts';
import { readPageRanges, writePageRanges } from '../../shared/letters/page-ranges-text.ts';
import { paymentLink } from '../../shared/letters/payment-link.ts';
import { epcPayload } from '../../shared/letters/sepa-qr.ts';
import { client, company, letter } from '../unit/shared/letters/sample-letter.ts';

/** Of up to 300 characters, with what breaks lines, layouts and addresses. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\t',
        '\u00A0',
        '\u2028',
        '\u202E',
        '\u200B',
        '{{client}}',
        '<b>',
        '𝒩',
        'ﬁ',
        'œ',
        'e\u0301',
        '&q=',
        '"',
        '\u0000',
        'x'.repeat(60),
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => [...parts.join('')].slice(0, 300).join(''));

const letters = (text: string): string => postalCapitals(text).replace(/\s/gu, '');

describe('the address block', () => {
  it('loses no letter and no figure of what it is given, unless a street is abbreviated', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.array(hostile, { maxLength: 6 }),
        hostile,
        hostile,
        (name, lines, postcode, city) => {
          const block = addressBlock(name, { lines, postcode, city });
          const given = [name, ...lines, postcode, city].map(letters);
          const printed = letters(block.lines.join(' '));
          const isShort = [name, ...lines].every((line) => [...postalCapitals(line)].length <= 32);
          if (isShort) expect([...printed].sort()).toEqual([...letters(given.join(' '))].sort());
          for (const line of block.lines) {
            expect(line).toBe(line.trim());
            expect(line).not.toMatch(/[\n\r\t\u2028]/u);
            if ([...line].length > addressLineLimit)
              expect(block.warnings).toContainEqual({ kind: 'line-too-long', line });
          }
          if (block.lines.length > 6)
            expect(block.warnings).toContainEqual({ kind: 'too-many-lines', count: block.lines.length });
        },
      ),
    );
  });

  it('writes its last line in capitals without accents or punctuation', () => {
    fc.assert(
      fc.property(hostile, (city) => {
        const town = addressBlock('X', { lines: ['1 rue A'], postcode: '35000', city }).lines.at(-1) ?? '';
        expect(town).toMatch(/^35000(?: [\p{L}\p{N} ]+)?$/u);
        expect(town).toBe(postalCapitals(town));
      }),
    );
  });
});

describe('a letter', () => {
  it('keeps its shape, whatever client and company are called', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, subject, paragraph) => {
        const model = letter({
          client: client({ name: `X${name}`.slice(0, 300) }),
          company: { ...company, name: `Y${name}`.slice(0, 300) },
          subject,
          text: { before: [paragraph], after: [paragraph] },
        });
        expect(letterModel.safeParse(model).success).toBe(true);
        const { definition } = letterDocument([model], defaultLetterLayout, {
          images: {},
          qrMatrix: () => undefined,
        });
        const said = JSON.stringify(definition.content);
        expect(said).not.toMatch(/\\u0000|\u202E|\u200B/u);
        expect(said).toContain('FR76');
      }),
      { numRuns: 60 },
    );
  });
});

describe('how to pay', () => {
  it('leads only where the settings say, whatever the reference', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 99_999_999_999 }), (reference, cents) => {
        const link = paymentLink('https://payer.example/p?m={montant}&r={reference}&z=1', cents, reference);
        const url = new URL(link ?? '');
        expect(url.origin + url.pathname).toBe('https://payer.example/p');
        expect([...url.searchParams.keys()]).toEqual(['m', 'r', 'z']);
        expect(url.searchParams.get('r')).toBe(reference);
        expect(Math.round(Number(url.searchParams.get('m')) * 100)).toBe(cents);
        expect(url.hash).toBe('');
      }),
    );
  });

  it('never moves a field of the code, nor cuts one', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.integer({ min: -5, max: 100_000_000_000 }),
        (name, text, amountCents) => {
          const payload = epcPayload({ name, iban: company.iban, bic: company.bic, amountCents, text });
          if (!payload.ok) return;
          const fields = payload.value.split('\n');
          expect(fields).toHaveLength(11);
          expect(fields.slice(0, 5)).toEqual(['BCD', '002', '1', 'SCT', 'AGRIFRPP']);
          expect(fields[5]).toBe(name.trim());
          expect(fields[6]).toBe('FR7630006000011234567890189');
          expect(Math.round(Number(fields[7]?.slice(3)) * 100)).toBe(amountCents);
          expect(fields.slice(8)).toEqual(['', '', text.trim()]);
          expect(Buffer.byteLength(payload.value)).toBeLessThanOrEqual(331);
        },
      ),
    );
  });
});

describe('what a hand or a scanner types', () => {
  it('is read the same a second time, without spaces and in capitals', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const read = readTrackingNumber(typed);
        expect(read).not.toMatch(/[\s\p{Cc}]/u);
        expect(typedTrackingNumber(typed)).not.toMatch(/^\s|\s$|\p{Cc}/u);
      }),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{11,15}$/u),
        fc.constantFrom('', ']C1', ']d2'),
        fc.constantFrom('', '*'),
        fc.boolean(),
        (number, prefix, mark, isLower) => {
          const spaced = number.replace(/(.{3})/gu, '$1 ');
          expect(
            readTrackingNumber(`${prefix}${mark}${isLower ? spaced.toLowerCase() : spaced}${mark}\r\n`),
          ).toBe(number);
        },
      ),
    );
  });

  it('pages are read back as they are written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 }),
        (pages) => {
          const sorted = [...pages].sort((a, b) => a - b);
          expect(readPageRanges(writePageRanges(pages), 500)).toEqual({ ok: true, value: sorted });
        },
      ),
    );
  });
});

describe('the file of a case', () => {
  it('numbers every document once and without a gap', () => {
    const hashes = fc.array(fc.array(fc.constantFrom(...'abcdef'), { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(hashes, (folders) => {
        const sections = numberSections(
          folders.map((names, index) => ({
            folder: `${index}`,
            title: '',
            missing: [],
            entries: names.map((name) => documentEntry(name, { hash: name, name, mediaType: '' })),
          })),
        );
        const entries = sections.flatMap(({ entries: own }) => own);
        expect(entries.map(({ number }) => number)).toEqual(entries.map((_one, index) => index + 1));
        expect(entries.map(({ title }) => title).sort()).toEqual([...new Set(folders.flat())].sort());
      }),
    );
  });

  it('has a name of 160 characters at most that ends as a ZIP', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const file = caseFileName(day('2026-11-22'), name);
        expect([...file].length).toBeLessThanOrEqual(160);
        expect(file).toMatch(/^Dossier contentieux 2026-11-22.*\.zip$/su);
      }),
    );
  });
});
