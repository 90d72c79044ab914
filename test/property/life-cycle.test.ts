import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchLifeCycleError, readLifeCycle } from '../../shared/importing/cdar.ts';
import {
  type LifeCycleEvent,
  lifeCycleCodeIn,
  lifeCycleCodes,
  lifeCycleLabel,
} from '../../shared/importing/life-cycle.ts';
import { cents } from '../../shared/money/cents.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';
import { anyDamage, damaged } from '../support/damaged-bytes.ts';
import { writeCdar } from '../support/written-cdar.ts';

/** Milliseconds for all inputs of a test, on a busy machine. */
const patience = 120_000;

const words = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcXYZ019é€’&<>-/'), minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '));
const amount = fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }).map(cents);
const on = dayWithin('2026-09-01', '2030-12-31');

/** Any status, with the amounts that belong to its kind. */
const event: fc.Arbitrary<LifeCycleEvent> = fc
  .record(
    {
      invoiceNumber: words,
      code: fc.constantFrom(...lifeCycleCodes),
      on,
      reasonCode: fc.constantFrom('PU_ERR', 'AUTRE', 'QUALITE_ERR'),
      reason: words,
      receivedCents: fc.integer({ min: 1, max: 9_999_999_99 }).map(cents),
      approvedCents: amount,
      contestedCents: amount,
      sellerSiren: fc.constantFrom('732829320', '443121975'),
      issuedOn: on,
    },
    { requiredKeys: ['invoiceNumber', 'code', 'on'] },
  )
  .map((made) => ({
    ...made,
    ...([made.receivedCents, made.approvedCents, made.contestedCents].some(
      (cents) => cents !== undefined,
    ) && {
      currency: 'EUR',
    }),
  }));

describe('life-cycle messages', () => {
  it(
    'are read back as they were written',
    () => {
      fc.assert(
        fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
          expect(readLifeCycle(new TextEncoder().encode(writeCdar(events)))).toEqual({
            ok: true,
            value: { events, problems: [] },
          });
        }),
        seeded,
      );
    },
    patience,
  );

  it('say that a receipt was taken back, instead of a payment', () => {
    const taken = { invoiceNumber: 'FA-12', code: '212', on: '2026-11-02', receivedCents: -5000 };
    const read = readLifeCycle(new TextEncoder().encode(writeCdar([taken as unknown as LifeCycleEvent])));
    expect(read).toMatchObject({
      ok: true,
      value: { events: [], problems: [{ record: 1, invoiceNumber: 'FA-12' }] },
    });
  });

  it(
    'never throw when they are damaged, and are never taken for whole when cut',
    () => {
      const bytes = new TextEncoder().encode(
        writeCdar([
          {
            invoiceNumber: 'FA-12',
            code: '212',
            on: '2026-11-02' as LifeCycleEvent['on'],
            receivedCents: cents(5000),
          },
          {
            invoiceNumber: 'FA-13',
            code: '210',
            on: '2026-11-03' as LifeCycleEvent['on'],
            reasonCode: 'PU_ERR',
          },
        ]).trimEnd(),
      );
      fc.assert(
        fc.property(fc.array(anyDamage('<>/&;"=:0129-'), { minLength: 1, maxLength: 3 }), (damages) => {
          const read = readLifeCycle(damages.reduce(damaged, bytes));
          if (!read.ok) expect(frenchLifeCycleError(read.error)).toMatch(/\.$/);
          else for (const { message } of read.value.problems) expect(message).toMatch(/\.$/);
        }),
        { ...seeded, numRuns: 600 },
      );
      for (let end = 1; end < bytes.length; end += 11)
        expect(readLifeCycle(bytes.subarray(0, end)).ok).toBe(false);
    },
    patience,
  );
});

describe('a status in a list', () => {
  it(
    'is told by its number, however it is written',
    () => {
      for (const code of lifeCycleCodes) {
        for (const text of [
          code,
          ` ${code} `,
          `fr:${code}`,
          `${code} - ${lifeCycleLabel(code)}`,
          `${code}_X`,
        ]) {
          expect(lifeCycleCodeIn(text)).toBe(code);
        }
      }
    },
    patience,
  );

  it(
    'is told by words of the reform, and not by everyday words',
    () => {
      expect(
        [
          'Refusée',
          'REFUSEE',
          'rejeté',
          'En litige',
          'Suspendue',
          'Irrecevable',
          'Affacturée',
          'Paiement transmis',
        ].map(lifeCycleCodeIn),
      ).toEqual(['210', '210', '213', '207', '208', '501', '225', '211']);
      expect(
        ['Émise', 'Reçue', 'Annulée', 'Encaissée', 'Payée', '2026', '21', '999', '', 'En retard'].map(
          lifeCycleCodeIn,
        ),
      ).toEqual(Array.from({ length: 10 }, () => undefined));
    },
    patience,
  );
});
