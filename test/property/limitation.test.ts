import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InterruptingAct, type LimitationInput, limitation } from '../../shared/law/limitation.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';

const someDay = dayWithin('2010-01-01', '2030-12-31');
const act: fc.Arbitrary<InterruptingAct> = fc.record({
  on: someDay,
  cause: fc.constantFrom(
    'acknowledgement',
    'partial-payment',
    'court-claim',
    'enforcement',
    'claim-declaration',
    'written-claim',
  ),
});
const claim: fc.Arbitrary<LimitationInput> = fc.record(
  {
    regime: fc.constantFrom('b2b', 'b2c', 'public', 'non-professional'),
    isTransport: fc.boolean(),
    issuedOn: someDay,
    performedOn: someDay,
    dueOn: someDay,
    titleOn: someDay,
  },
  { requiredKeys: ['regime', 'issuedOn'] },
);
const acts = fc.array(act, { maxLength: 6 });

const limitOf = (input: LimitationInput) => {
  const found = limitation(input);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
};

describe('limitation', () => {
  it('never ends earlier for an act more, nor by the optimistic reckoning', () => {
    fc.assert(
      fc.property(claim, acts, act, (input, some, more) => {
        const without = limitOf(input);
        const few = limitOf({ ...input, interruptions: some });
        const many = limitOf({ ...input, interruptions: [...some, more] });
        expect(few.lastDay >= without.lastDay).toBe(true);
        expect(many.lastDay >= few.lastDay).toBe(true);
        expect(many.optimisticLastDay >= few.optimisticLastDay).toBe(true);
        expect(many.optimisticLastDay >= many.lastDay).toBe(true);
        expect(many.startsOn <= many.lastDay).toBe(true);
      }),
      seeded,
    );
  });

  it('does not depend on the order in which acts are given', () => {
    fc.assert(
      fc.property(claim, acts, (input, some) => {
        const forward = limitOf({ ...input, interruptions: some });
        const backward = limitOf({ ...input, interruptions: [...some].reverse() });
        expect(backward.lastDay).toBe(forward.lastDay);
        expect(backward.optimisticLastDay).toBe(forward.optimisticLastDay);
      }),
      seeded,
    );
  });

  it('ends with a full period after the last act that came in time', () => {
    fc.assert(
      fc.property(claim, acts, (input, some) => {
        const { acts: judged, lastDay, startsOn } = limitOf({ ...input, interruptions: some });
        const renewing = judged.filter(({ effect }) => effect === 'renews').map(({ act: { on } }) => on);
        expect(judged).toHaveLength(some.length);
        if (renewing.length > 0) expect(startsOn).toBe(renewing.at(-1));
        for (const { act: late, effect } of judged)
          if (effect === 'too-late') expect(late.on > lastDay).toBe(true);
      }),
      seeded,
    );
  });
});
