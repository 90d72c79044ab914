import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undoChange } from '../../renderer/db/commands/undo.ts';
import type { Change } from '../../shared/ledger/change.ts';
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts';
import { commandOf, step } from '../support/ledger-walk.ts';
import { runInMemory } from '../unit/renderer/db/commands/run-in-memory.ts';
import { countingContext, rowsOf } from '../unit/renderer/db/ledger-rig.ts';

const seed = 20261123;

const context = countingContext();

interface Moment {
  /** Rows before the change. */
  readonly before: Ledger;
  readonly pages: readonly Change[];
}

/** Does the steps that are possible. */
const walk = (steps: readonly Parameters<typeof commandOf>[0][]) => {
  const moments: Moment[] = [];
  let ledger = emptyLedger();
  for (const next of steps) {
    const made = moments.map(({ pages }) => pages);
    const ran = runInMemory(ledger, commandOf(next, made), undefined, context());
    if (!ran.ok) continue;
    moments.push({ before: ledger, pages: ran.value.pages });
    ledger = ran.value.ledger;
  }
  return { ledger, moments };
};

const undone = (ledger: Ledger, pages: readonly Change[]) => {
  const ran = runInMemory(ledger, undoChange, { pages }, context());
  if (!ran.ok) throw new Error(`${ran.error.kind}: ${ran.error.message}`);
  return ran.value;
};

test('undo of the last change gives back exactly the ledger before, and its undo the one after', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
      const { ledger, moments } = walk(steps);
      const last = moments.at(-1);
      if (!last) return;
      const taken = undone(ledger, last.pages);
      expect(rowsOf(taken.ledger)).toEqual(rowsOf(last.before));
      const back = undone(taken.ledger, taken.pages);
      expect(rowsOf(back.ledger)).toEqual(rowsOf(ledger));
    }),
    { seed, numRuns: 300 },
  );
}, 120_000);

test('undo from the last change to the first goes through every state and ends with an empty ledger', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
      const { ledger, moments } = walk(steps);
      let present = ledger;
      for (const { before, pages } of moments.toReversed()) {
        present = undone(present, pages).ledger;
        expect(rowsOf(present)).toEqual(rowsOf(before));
      }
      expect(rowsOf(present).size).toBe(0);
    }),
    { seed, numRuns: 100 },
  );
}, 120_000);

test('undo of any change touches its own rows alone, or nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), fc.nat(39), (steps, which) => {
      const { ledger, moments } = walk(steps);
      const moment = moments[which % Math.max(1, moments.length)];
      if (!moment) return;
      const ran = runInMemory(ledger, undoChange, { pages: moment.pages }, context());
      if (!ran.ok) {
        expect(['changed-since', 'in-use', 'owner-gone', 'spent-since', 'number-taken']).toContain(
          ran.error.kind,
        );
        return;
      }
      const touched = new Set(
        moment.pages.flatMap(({ images }) => images.map(({ table, key }) => `${table}/${key}`)),
      );
      const [before, now, then] = [rowsOf(ledger), rowsOf(ran.value.ledger), rowsOf(moment.before)];
      for (const key of new Set([...before.keys(), ...now.keys()]))
        expect(now.get(key)).toEqual(touched.has(key) ? then.get(key) : before.get(key));
    }),
    { seed, numRuns: 200 },
  );
}, 120_000);
