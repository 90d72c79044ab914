import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fileLetters,
  recordOutcome,
  recordPresentation,
  reopenLetter,
  resendLetter,
} from '../../renderer/db/commands/letter-chain.ts';
import { recordDeposits, recordPosting } from '../../renderer/db/commands/letters.ts';
import { undoChange } from '../../renderer/db/commands/undo.ts';
import { addDays, day } from '../../shared/dates/day.ts';
import type { Change } from '../../shared/ledger/change.ts';
import type { ClientLetter } from '../../shared/ledger/client-letter.ts';
import type { Command } from '../../shared/ledger/decision.ts';
import type { Dispatch, DispatchOutcomeKind } from '../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { modeFacts, modeOf } from '../../shared/letters/dispatch-mode.ts';
import { dispatchOf, paperLetters } from '../../shared/letters/paper-letter.ts';
import { contextOn } from '../unit/renderer/db/commands/decide.ts';
import { runInMemory } from '../unit/renderer/db/commands/run-in-memory.ts';
import {
  claimsClient,
  claimsInvoice,
  claimsLedger,
  postedNotice,
} from '../unit/shared/claims/claims-ledger.ts';
import { noonOf } from '../unit/shared/reminders/sample-ledger.ts';

const start = day('2026-09-01');
const printedOn = day('2026-06-01');
const modes = [
  undefined,
  'registered',
  'electronic-registered',
  'tracked',
  'hand-delivered',
  'bailiff',
  'plain',
] as const;
const outcomes = [
  undefined,
  'delivered',
  'refused',
  'unclaimed',
  'unknown-address',
  'no-access',
  'lost',
] as const;
const acts = ['post', 'batch', 'present', 'conclude', 'file', 'reopen', 'resend', 'undo'] as const;

const letterOf = (index: number): ClientLetter => ({
  id: `l${index}`,
  clientId: 'c1',
  kind: 'free',
  invoiceIds: [],
  registered: index % 2 === 0,
  writtenOn: start,
  subject: 'Objet',
  body: '',
  state:
    index === 0
      ? { kind: 'to-print', writtenAt: noonOf(start) }
      : { kind: 'printed', printedAt: noonOf(printedOn) },
  documents: [],
});

const first = (): Ledger => ({
  ...claimsLedger({
    client: claimsClient({ regime: 'b2c' }),
    invoices: [claimsInvoice('FA1', 1000, '2026-06-30')],
    reminders: [0, 1].map((index) => ({
      ...postedNotice(['FA1'], start),
      id: `r${index}`,
      state: { kind: 'printed', printedAt: noonOf(printedOn) } as const,
    })),
  }),
  letters: new Map([0, 1, 2].map((index) => [`l${index}`, letterOf(index)])),
});

const step = fc.record({
  act: fc.constantFrom(...acts),
  letter: fc.nat(7),
  other: fc.nat(7),
  number: fc.nat(4),
  mode: fc.constantFrom(...modes),
  outcome: fc.constantFrom(...outcomes),
  on: fc.integer({ min: -1, max: 25 }),
  before: fc.integer({ min: 0, max: 20 }),
  passes: fc.nat(12),
});

const numberOf = (index: number): string => (index === 4 ? '' : `1A 1234567890${index}`);

const isSound = (
  { printedOn, depositedOn, presentedOn, outcome, filedOn, resentOn }: Dispatch,
  today: string,
): boolean => {
  const days = [printedOn, depositedOn, presentedOn, outcome?.on, filedOn].filter((on) => on !== undefined);
  return [...days, ...(resentOn === undefined ? [] : [resentOn]), today].every(
    (on, index, all) => index === 0 || (all[index - 1] ?? '') <= on,
  );
};

describe('the chain of proof, whatever is done in whatever order', () => {
  it('keeps its days in order and gives no number twice, also through undo', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 50 }), (steps) => {
        let ledger = first();
        let today = start;
        const pagesDone: (readonly Change[])[] = [];
        const run = <Wish>(command: Command<Wish>, wish: Wish, counts = true): boolean => {
          const context = contextOn(today);
          const ran = runInMemory(ledger, command, wish, {
            ...context,
            newId: () => `new-${ledger.sequence}`,
          });
          if (!ran.ok) {
            expect(ran.error.message).toMatch(/[.!]$/u);
            return false;
          }
          ledger = ran.value.ledger;
          if (counts) pagesDone.push(ran.value.pages);
          changed += 1;
          return true;
        };
        for (const { act, letter, other, number, mode, outcome, on, before, passes } of steps) {
          today = addDays(today, passes);
          const ids = paperLetters(ledger)
            .map(({ row }) => row.id)
            .sort();
          const id = ids[letter % ids.length] ?? '';
          const when = addDays(today, -on);
          if (act === 'post')
            run(recordPosting, {
              id,
              mode,
              depositedOn: when,
              trackingNumber: numberOf(number),
              consentOn: printedOn,
            });
          else if (act === 'batch')
            run(recordDeposits, {
              depositedOn: when,
              letters: [
                { id, trackingNumber: numberOf(number) },
                { id: ids[other % ids.length] ?? '', trackingNumber: numberOf((number + before) % 5) },
              ],
            });
          else if (act === 'present') run(recordPresentation, { id, presentedOn: outcome && when });
          else if (act === 'conclude')
            run(recordOutcome, {
              id,
              outcome: outcome && { kind: outcome satisfies DispatchOutcomeKind, on: when },
              ...(before > 10 ? { presentedOn: addDays(when, -before) } : {}),
            });
          else if (act === 'file') run(fileLetters, { ids: [id] });
          else if (act === 'reopen') run(reopenLetter, { id });
          else if (act === 'resend') run(resendLetter, { id });
          else {
            const pages = pagesDone[pagesDone.length - 1 - (before % 3)];
            if (pages !== undefined) run(undoChange, { pages }, false);
          }
          const numbers: string[] = [];
          for (const one of paperLetters(ledger)) {
            const dispatch = dispatchOf(one);
            if (dispatch === undefined) continue;
            expect(isSound(dispatch, today), JSON.stringify(dispatch)).toBe(true);
            const facts = modeFacts[modeOf(one, dispatch)];
            if (dispatch.outcome) expect(facts.outcomes).toContain(dispatch.outcome.kind);
            if (dispatch.outcome?.kind === 'unclaimed') expect(dispatch.presentedOn).toBeDefined();
            if (dispatch.trackingNumber !== '') numbers.push(dispatch.trackingNumber);
          }
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(paperLetters(ledger).length).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
    // The walk is worth something only if much of it is done and not refused.
    expect(changed).toBeGreaterThan(1000);
  });
});
