import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEInvoice } from '../../shared/importing/e-invoice.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';
import {
  type SampleInvoice,
  type SampleParty,
  sampleInvoice,
  type WrittenHow,
  writeCii,
  writePdfWith,
  writeUbl,
} from '../support/written-e-invoice.ts';

/** Milliseconds for all inputs of a test, on a busy machine. */
const patience = 120_000;

/** A text as people write it, on one line, without white space round it or doubled. */
const words = fc
  .array(
    fc.string({
      unit: fc.constantFrom(...'abcXYZ0129éàçœÉ€’«»&<>"\'-./;=#😀ł'),
      minLength: 1,
      maxLength: 12,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '))
  .filter((text) => !/^#[A-Z]{3}#/.test(text));

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const party: fc.Arbitrary<SampleParty> = fc
  .record({
    name: words,
    siret: fc.option(digits(14), { nil: undefined }),
    vatKey: fc.option(digits(2), { nil: undefined }),
    addressLines: fc.array(words, { minLength: 1, maxLength: 3 }),
    postcode: digits(5),
    city: words,
    country: fc.constantFrom('FR', 'BE', 'DE'),
    email: fc.constantFrom(undefined, 'compta@client.example', 'a.b+c@x-y.example'),
  })
  .map(({ siret, vatKey, ...rest }) => {
    const siren = siret?.slice(0, 9);
    return {
      ...rest,
      siret,
      siren,
      vat: vatKey === undefined ? undefined : `FR${vatKey}${siren ?? '123456782'}`,
    };
  });

const cents = fc.integer({ min: -99_999_999_99, max: 99_999_999_99 });

const invoice: fc.Arbitrary<SampleInvoice> = fc.record({
  businessProcess: fc.constantFrom('S1', 'B1', 'B2', 'M2', 'S4', 'B7'),
  number: words,
  typeCode: fc.constantFrom('380', '381', '384', '386', '389'),
  issuedOn: dayWithin('2013-01-01', '2030-12-31'),
  dueOn: fc.option(dayWithin('2013-01-01', '2030-12-31'), { nil: undefined }),
  currency: fc.constantFrom('EUR', 'USD', 'CHF'),
  seller: party,
  buyer: party,
  orderReference: fc.option(words, { nil: undefined }),
  paymentTerms: fc.option(words, { nil: undefined }),
  notes: fc.array(
    fc.oneof(
      fc.record({ code: fc.constantFrom('PMD', 'PMT', 'AAB'), text: words }),
      fc.record({ text: words }),
    ),
    {
      maxLength: 4,
    },
  ),
  paymentReference: fc.option(words, { nil: undefined }),
  iban: fc.constantFrom(undefined, 'FR76 3000 6000 0112 3456 7890 189', 'BE71096123456769'),
  precedingInvoices: fc.array(words, { maxLength: 3 }),
  taxExclusiveCents: cents,
  vatCents: cents,
  totalCents: cents,
  prepaidCents: fc.option(cents, { nil: undefined }),
  dueCents: cents,
});

const how: fc.Arbitrary<WrittenHow> = fc.record({
  escaping: fc.constantFrom('entities', 'numeric', 'cdata'),
  prefix: fc.constantFrom('', 'ram', 'x-y.z'),
  comments: fc.boolean(),
  trimsAmounts: fc.boolean(),
});

/** What a reading of the sample has to give. */
const expected = (sample: SampleInvoice): Readonly<Record<string, unknown>> => {
  const { seller, buyer, typeCode, totalCents, precedingInvoices, businessProcess, iban, ...rest } = sample;
  const partyOf = (of: SampleParty) => ({
    ...of,
    siren: of.siren ?? (of.vat?.slice(4).startsWith('000') ? undefined : of.vat?.slice(4)),
    legalId: of.siren,
  });
  const defined = (of: object) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
  return {
    ok: true,
    profile: 'urn:cen.eu:en16931:2017',
    ...defined({ ...rest, iban, precedingInvoice: precedingInvoices[0] }),
    businessProcess,
    typeCode,
    totalCents,
    precedingInvoices,
    seller: defined(partyOf(seller)),
    buyer: defined(partyOf(buyer)),
    ibans: iban === undefined ? [] : [iban],
    isCreditNote: typeCode === '381' || totalCents < 0,
    isAlreadyPaid: businessProcess === 'B2' || businessProcess === 'M2',
  };
};

describe('an electronic invoice', () => {
  it(
    'written as CII is read back the same',
    () => {
      fc.assert(
        fc.property(invoice, how, (sample, written) => {
          const read = readEInvoice(new TextEncoder().encode(writeCii(sample, written)));
          expect(read).toEqual({ ...expected(sample), syntax: 'cii' });
        }),
        seeded,
      );
    },
    patience,
  );

  it(
    'written as UBL is read back the same',
    () => {
      fc.assert(
        fc.property(invoice, how, (sample, written) => {
          const read = readEInvoice(new TextEncoder().encode(writeUbl(sample, written)));
          const syntax = sample.typeCode === '381' ? 'ubl-credit-note' : 'ubl-invoice';
          expect(read).toEqual({ ...expected(sample), syntax });
        }),
        seeded,
      );
    },
    patience,
  );

  it(
    'inside a PDF is read back the same, with object streams or without',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          invoice,
          fc.boolean(),
          fc.constantFrom('factur-x.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml', 'Facture été.xml'),
          async (sample, objectStreams, name) => {
            const xml = new TextEncoder().encode(writeCii(sample));
            const read = readEInvoice(await writePdfWith(name, xml, { objectStreams }));
            expect(read).toEqual({ ...expected(sample), syntax: 'cii', attachmentName: name });
          },
        ),
        { ...seeded, numRuns: 100 },
      );
    },
    patience,
  );

  it(
    'means the same in every encoding',
    () => {
      const xml = writeCii(sampleInvoice);
      const utf16 = (little: boolean): Uint8Array => {
        const text = `\ufeff${xml.replace('UTF-8', 'UTF-16')}`;
        const view = new DataView(new ArrayBuffer(text.length * 2));
        for (let index = 0; index < text.length; index += 1)
          view.setUint16(2 * index, text.charCodeAt(index), little);
        return new Uint8Array(view.buffer);
      };
      const latin = Uint8Array.from(
        xml.replace('UTF-8', 'ISO-8859-1').replaceAll('’', "'").replaceAll('€', '\x80'),
        (character) => character.charCodeAt(0),
      );
      const whole = readEInvoice(new TextEncoder().encode(xml));
      expect(whole).toEqual({ ...expected(sampleInvoice), syntax: 'cii' });
      expect(readEInvoice(new TextEncoder().encode(`\ufeff${xml}`))).toEqual(whole);
      expect(readEInvoice(utf16(true))).toEqual(whole);
      expect(readEInvoice(utf16(false))).toEqual(whole);
      expect(readEInvoice(latin)).toMatchObject({
        ok: true,
        buyer: { name: 'Boulangerie Étoile & Fils' },
        notes: [{}, { text: 'Indemnité forfaitaire de 40 €.' }, { text: "Pas d'escompte." }],
      });
    },
    patience,
  );
});
