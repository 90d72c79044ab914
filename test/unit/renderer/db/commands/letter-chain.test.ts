import { describe, expect, it } from 'vitest';
import {
  fileLetters,
  recordOutcome,
  recordPresentation,
  resendLetter,
} from '../../../../../renderer/db/commands/letter-chain.ts';
import { attachToLetters } from '../../../../../renderer/db/commands/letter-proofs.ts';
import { recordDeposits, recordPosting } from '../../../../../renderer/db/commands/letters.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { lettersToFollow } from '../../../../../shared/letters/dispatch-follow-up.ts';
import { dispatchOf, paperLetterOf } from '../../../../../shared/letters/paper-letter.ts';
import { defaultScenario } from '../../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { progressOf } from '../../../../../shared/reminders/reminder-progress.ts';
import {
  claimsClient,
  claimsInvoice,
  claimsLedger,
  postedNotice,
} from '../../../shared/claims/claims-ledger.ts';
import { noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const free: ClientLetter = {
  id: 'l1',
  clientId: 'c1',
  kind: 'free',
  invoiceIds: [],
  registered: true,
  writtenOn: day('2026-11-01'),
  subject: 'Objet',
  body: '',
  state: { kind: 'printed', printedAt: noonOf('2026-11-02') },
  documents: [],
};
const printed = { kind: 'printed', printedAt: noonOf('2026-11-02') } as const;
const stepId = defaultScenario.steps.find(({ level }) => level === 'formal-notice')?.id ?? '';
const posted = postedNotice(['FA1'], day('2026-11-02'));
const notice = {
  ...posted,
  id: 'r1',
  scenarioId: defaultScenario.id,
  stepId,
  lines: posted.lines.map((line) => ({ ...line, stepId })),
  state: printed,
};
const ledger: Ledger = {
  ...claimsLedger({
    client: claimsClient({ regime: 'b2c', name: 'M. Œillet' }),
    invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
    reminders: [notice],
  }),
  letters: new Map([['l1', free]]),
};
const slip = { hash: 'a'.repeat(64), name: 'bordereau.jpg', mediaType: 'image/jpeg' };
const both = [
  { id: 'r1', trackingNumber: '1A12345678901' },
  { id: 'l1', trackingNumber: '1A12345678902' },
];
const depositedOn = day('2026-11-03');
const deposited = applied(ledger, decided(recordDeposits, ledger, { depositedOn, letters: both, slip }));
const dispatch = (from: Ledger, id: string) => {
  const letter = paperLetterOf(from, id);
  return letter && dispatchOf(letter);
};
const ended = (kind: 'unknown-address' | 'unclaimed' | 'delivered', on: string, id = 'r1'): Ledger =>
  applied(
    deposited,
    decided(recordOutcome, deposited, { id, outcome: { kind, on: day(on) }, presentedOn: day('2026-11-05') }),
  );

describe('a batch at the counter', () => {
  it('is one change for reminders and other letters, each with the stamped list', () => {
    const decision = decided(recordDeposits, ledger, { depositedOn, letters: both, slip });
    expect(decision).toMatchObject({ label: '2 courriers déposés le 03/11/2026', undo: 'allowed' });
    expect(rowsOf(decision, 'reminders')[0]).toMatchObject({
      documents: [slip],
      state: { printedOn: '2026-11-02' },
    });
    expect(rowsOf(decision, 'letters')[0]).toMatchObject({ documents: [slip] });
    expect(refused(attachToLetters, deposited, { ids: ['r1', 'l1'], document: slip }).kind).toBe('known');
  });

  it('is refused as a whole for a number that is there twice, in the batch or in the other table', () => {
    const twice = both.map(({ id }) => ({ id, trackingNumber: '1A12345678901' }));
    expect(refused(recordDeposits, ledger, { depositedOn, letters: twice })).toMatchObject({
      kind: 'duplicate',
      message: expect.stringContaining('M. Œillet'),
    });
    const one = applied(ledger, decided(recordDeposits, ledger, { depositedOn, letters: both.slice(0, 1) }));
    const wish = { id: 'l1', depositedOn, trackingNumber: '1a 123 456 7890 1' };
    expect(refused(recordPosting, one, wish).kind).toBe('duplicate');
    expect(refused(recordPosting, ledger, { ...wish, mode: 'electronic-registered' }).kind).toBe('consent');
  });
});

describe('what the post tells', () => {
  it('is recorded with presentation and outcome in one go, and told in the journal', () => {
    const decision = decided(recordOutcome, deposited, {
      id: 'l1',
      outcome: { kind: 'delivered', on: day('2026-11-07'), signatory: 'Mme Œillet' },
      presentedOn: day('2026-11-05'),
    });
    expect(decision.label).toBe('Courrier à M. Œillet\u00A0: distribuée le 07/11/2026 à Mme Œillet');
    expect(dispatch(applied(deposited, decision), 'l1')).toMatchObject({ presentedOn: '2026-11-05' });
  });

  it('files what has come to its end, all or none', () => {
    const after = ended('delivered', '2026-11-07', 'l1');
    expect(refused(fileLetters, after, { ids: ['l1', 'r1'] }).kind).toBe('not-concluded');
    const filed = applied(after, decided(fileLetters, after, { ids: ['l1'] }));
    expect(dispatch(filed, 'l1')?.filedOn).toBe('2026-11-23');
  });

  it('asks about what is missing after twenty days and about what came back', () => {
    const kinds = (from: Ledger, on: string): readonly string[] =>
      lettersToFollow(from, day(on)).map(({ letter, followUp }) => `${letter.row.id} ${followUp.kind}`);
    expect(kinds(deposited, '2026-11-22')).toEqual([]);
    expect(kinds(deposited, '2026-11-23')).toEqual(['l1 receipt-missing', 'r1 receipt-missing']);
    expect(kinds(ended('unclaimed', '2026-11-21'), '2026-11-22')).toEqual(['r1 returned']);
    expect(kinds(ended('unknown-address', '2026-11-06'), '2026-11-22')).toEqual(['r1 undelivered']);
  });
});

describe('a letter that never reached the client', () => {
  const returned = ended('unknown-address', '2026-11-06');

  it('holds the next step back until it is sent again or filed', () => {
    const blocks = (from: Ledger) =>
      planReminders(from, day('2027-02-15')).waiting.map(({ block }) => block.kind);
    expect(blocks(returned)).toContain('undelivered');
    const filed = applied(returned, decided(fileLetters, returned, { ids: ['r1'] }));
    expect(blocks(filed)).not.toContain('undelivered');
  });

  it('frees its step and keeps its own history', () => {
    const resent = applied(returned, decided(resendLetter, returned, { id: 'r1' }));
    expect(resent.reminders.has('r1')).toBe(false);
    const [kept] = [...resent.reminders.values()];
    expect(kept && progressOf(kept.state).kind).toBe('undone');
    expect(kept?.documents).toMatchObject([{ ...slip, role: 'deposit' }]);
    expect(refused(resendLetter, resent, { id: kept?.id ?? '' }).kind).toBe('resent');
  });

  it('is printed again where it is no reminder, and only where it was not delivered', () => {
    const other = ended('unknown-address', '2026-11-06', 'l1');
    const decision = decided(resendLetter, other, { id: 'l1' });
    expect(rowsOf(decision, 'letters').map(({ state }) => state.kind)).toEqual(['posted', 'to-print']);
    expect(refused(resendLetter, ended('delivered', '2026-11-06', 'l1'), { id: 'l1' }).kind).toBe(
      'delivered',
    );
  });
});

it('moves the time granted with the day of presentation', () => {
  const until = (presentedOn: string): string | undefined => {
    const told = applied(
      deposited,
      decided(recordPresentation, deposited, { id: 'r1', presentedOn: day(presentedOn) }),
    );
    const { waiting } = planReminders(told, day('2026-11-18'));
    return waiting.find(({ block }) => block.kind === 'granted-days')?.block.resumesOn;
  };
  // A consumer has fifteen days from the presentation; the next step waits for the working day after them.
  expect(until('2026-11-05')).toBe('2026-11-23');
  expect(until('2026-11-16')).toBe('2026-12-02');
});
