import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planContacts } from '../../shared/importing/contact-plan.ts';
import { readContacts } from '../../shared/importing/contacts.ts';
import { emptyLedger } from '../../shared/ledger/ledger.ts';
import { seeded } from '../support/arbitrary-days.ts';
import { anyText } from '../support/arbitrary-text.ts';
import { anyDamage, damaged } from '../support/damaged-bytes.ts';
import { type VcardStyle, type WrittenContact, writtenVcards } from '../support/written-vcard.ts';

const words = [
  'Anne',
  'Lefèvre',
  'Ets',
  'Forêt, Fils',
  'd’été',
  'a;b',
  'c\\d',
  'Noël=',
  'Société Générale',
  'Łódź',
  '株式会社',
  'n',
];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));
const contact: fc.Arbitrary<WrittenContact> = fc.record(
  {
    name: text.map((name) => `P ${name}`),
    organisation: text.map((name) => `O ${name}`),
    email: fc
      .tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.stringMatching(/^[a-z]{2,30}$/))
      .map(([local, host]) => `${local}@${host}.example`),
    phone: fc.stringMatching(/^\+33 [1-9]( \d\d){4}$/),
    address: fc.record({
      lines: fc.array(text, { minLength: 1, maxLength: 2 }),
      postcode: fc.stringMatching(/^\d{5}$/),
      city: text,
    }),
  },
  { requiredKeys: ['name'] },
);
const style: fc.Arbitrary<VcardStyle> = fc.record({
  version: fc.constantFrom('2.1', '3.0', '4.0'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  width: fc.integer({ min: 20, max: 75 }),
  groups: fc.boolean(),
});
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('contacts written as vCard', () => {
  it('are read as they were, in every version, however they are folded', () => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 8 }), style, (contacts, how) => {
        const { rows, problems, format } = readContacts(utf8(writtenVcards(contacts, how)));
        expect([format, problems]).toEqual(['vcard', []]);
        expect(rows.map(({ line: _line, ...row }) => row)).toEqual(contacts);
      }),
      seeded,
    );
  }, 60_000);

  it('imported twice change nothing the second time', () => {
    let count = 0;
    const newId = (): string => {
      count += 1;
      return `id-${count}`;
    };
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 8 }), style, (contacts, how) => {
        const { rows } = readContacts(utf8(writtenVcards(contacts, how)));
        const plan = planContacts(emptyLedger(), rows, newId);
        const clients = new Map(
          plan.newClients.map(({ lines: _lines, ...client }) => [
            client.id,
            {
              ...client,
              segment: 'regular' as const,
              rate: { kind: 'statutory' as const },
              directDebit: false,
              createdAt: '2026-11-22T12:00:00.000Z' as never,
            },
          ]),
        );
        const again = planContacts({ clients }, rows, newId);
        expect([again.newClients, again.completed]).toEqual([[], []]);
      }),
      { ...seeded, numRuns: 200 },
    );
  }, 60_000);
});

describe('contact lists that are damaged or are nothing', () => {
  const files = fc
    .sample(fc.tuple(fc.array(contact, { minLength: 2, maxLength: 6 }), style), {
      seed: seeded.seed,
      numRuns: 8,
    })
    .map(([contacts, how]) => utf8(writtenVcards(contacts, how)));
  const table = utf8(
    'First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value,Address 1 - Street\nAnne,Lefèvre,"Martin, Fils",a@b.example ::: c@d.example,04 78,"1 rue\nBât. B"\nPaul,,Pont,x,,\n',
  );
  const expectSound = (bytes: Uint8Array): void => {
    const { rows, problems } = readContacts(bytes);
    for (const { organisation, name, email } of rows) {
      expect((organisation ?? name ?? '').trim()).not.toBe('');
      if (email !== undefined) expect(email).toMatch(/^[^\s@]+@[^\s@]+$/);
    }
    for (const { message } of problems) expect(message).toMatch(/\.$/);
    if (rows.length === 0) expect(problems).not.toEqual([]);
  };

  it('3,000 damaged files: no throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files, table),
        fc.array(anyDamage('\r\n\t :;=,\\"BEGIN:VCARD\0'), { minLength: 1, maxLength: 4 }),
        (bytes, ways) => expectSound(ways.reduce(damaged, bytes)),
      ),
      { ...seeded, numRuns: 3000 },
    );
  }, 120_000);

  it('texts of any kind after the first line of a card', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) =>
        expectSound(utf8(`BEGIN:VCARD\r\n${first}\r\nFN:${second}\r\nEND:VCARD\r\n`)),
      ),
      { ...seeded, numRuns: 500 },
    );
  }, 120_000);

  it('a file that was cut leaves the last card out and says so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (bytes, share) => {
          const whole = readContacts(bytes).rows;
          const { rows, problems } = readContacts(bytes.subarray(0, Math.floor(bytes.length * share)));
          expect(rows).toEqual(whole.slice(0, rows.length));
          if (rows.length === 0) expect(problems).not.toEqual([]);
          const text = new TextDecoder().decode(bytes.subarray(0, Math.floor(bytes.length * share)));
          const begun = text.match(/BEGIN:VCARD\r?\n/g)?.length ?? 0;
          const ended = text.match(/END:VCARD/g)?.length ?? 0;
          if (begun > ended) expect(problems.map(({ kind }) => kind)).toContain('cut-off');
        },
      ),
      { ...seeded, numRuns: 500 },
    );
  }, 120_000);
});
