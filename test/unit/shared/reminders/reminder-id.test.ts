import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderId } from '../../../../shared/reminders/reminder-id.ts';
import { sha256Hex } from '../../../../shared/reminders/sha256.ts';

describe('sha256Hex', () => {
  it('gives the digest of the standard', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with the one of Node on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
      { seed: 11, numRuns: 300 },
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120, 128])
      expect(sha256Hex('é'.repeat(length))).toBe(
        createHash('sha256').update('é'.repeat(length), 'utf8').digest('hex'),
      );
  });
});

describe('reminderId', () => {
  const lines = fc.uniqueArray(
    fc.record({
      invoiceId: fc.string({ minLength: 1, maxLength: 40 }),
      stepId: fc.string({ minLength: 1, maxLength: 20 }),
    }),
    { minLength: 1, maxLength: 30, selector: (line) => JSON.stringify([line.invoiceId, line.stepId]) },
  );
  const identity = (clientId: string, set: readonly { invoiceId: string; stepId: string }[]): string =>
    JSON.stringify([clientId, set.map((line) => JSON.stringify([line.invoiceId, line.stepId])).sort()]);

  it('does not depend on the order of the lines and fits the outbox', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), lines, (clientId, set) => {
        const id = reminderId(clientId, set);
        expect(reminderId(clientId, set.toReversed())).toBe(id);
        expect(id.length).toBeLessThanOrEqual(500);
      }),
      { seed: 12 },
    );
  });

  it('is another for another set', () => {
    const hostile = fc.constantFrom('a', 'b', 'a@b', 'a+b', '%40', '@', '~', ':', 'a:b', 'a+b@c', '/');
    const few = fc.array(fc.record({ invoiceId: hostile, stepId: hostile }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(hostile, few, hostile, few, (clientA, setA, clientB, setB) => {
        expect(reminderId(clientA, setA) === reminderId(clientB, setB)).toBe(
          identity(clientA, setA) === identity(clientB, setB),
        );
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });

  it('stays readable for a few invoices', () => {
    expect(
      reminderId('c1', [
        { invoiceId: 'f-2', stepId: 's' },
        { invoiceId: 'f-1', stepId: 's' },
      ]),
    ).toBe('2:c1|3:f-1@1:s+3:f-2@1:s');
  });
});
