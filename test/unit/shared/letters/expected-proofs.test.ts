import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispatch, DispatchMode, DispatchOutcomeKind } from '../../../../shared/ledger/dispatch.ts';
import type { ProofRole } from '../../../../shared/ledger/letter-document.ts';
import { lettersToFollow } from '../../../../shared/letters/dispatch-follow-up.ts';
import { modeFacts } from '../../../../shared/letters/dispatch-mode.ts';
import {
  expectedProofs,
  missingProofs,
  proofStateOf,
  proposedRole,
} from '../../../../shared/letters/expected-proofs.ts';
import type { PaperLetter } from '../../../../shared/letters/paper-letter.ts';
import { proofName, proofRoles, provenOn } from '../../../../shared/letters/proof-role.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const roles = (mode: DispatchMode, kind?: DispatchOutcomeKind): readonly ProofRole[] =>
  expectedProofs(mode, kind === undefined ? {} : { outcome: { kind, on: day('2026-11-10') } }).map(
    ({ role }) => role,
  );

describe('the proofs that a letter should have', () => {
  it.each<[DispatchMode, DispatchOutcomeKind | undefined, readonly ProofRole[]]>([
    ['registered', undefined, ['deposit']],
    ['registered', 'delivered', ['deposit', 'receipt']],
    ['registered', 'refused', ['deposit', 'returned']],
    ['registered', 'unclaimed', ['deposit', 'returned']],
    ['registered', 'unknown-address', ['deposit', 'returned']],
    ['registered', 'no-access', ['deposit', 'returned']],
    ['registered', 'lost', ['deposit']],
    ['electronic-registered', undefined, ['deposit']],
    ['electronic-registered', 'unclaimed', ['deposit', 'provider-proof']],
    ['tracked', undefined, []],
    ['tracked', 'delivered', ['tracking-page']],
    ['hand-delivered', 'delivered', ['discharge']],
    ['hand-delivered', 'refused', ['other']],
    ['bailiff', undefined, []],
    ['bailiff', 'delivered', ['bailiff-act']],
    ['plain', undefined, []],
    ['plain', 'unknown-address', ['returned']],
  ])('%s, %s', (mode, kind, expected) => {
    expect(roles(mode, kind)).toEqual(expected);
  });

  it('begin with the act of a commissaire de justice once it is signified', () => {
    expect(expectedProofs('bailiff', { presentedOn: day('2026-11-05') }).map(({ role }) => role)).toEqual([
      'bailiff-act',
    ]);
  });

  it('can each be met by a role that the user may give', () => {
    for (const mode of Object.keys(modeFacts) as DispatchMode[])
      for (const kind of modeFacts[mode].outcomes)
        for (const one of expectedProofs(mode, { outcome: { kind, on: day('2026-11-10') } })) {
          expect(one.accepted).toContain(one.role);
          expect(proofRoles).toContain(one.role);
        }
  });

  it('are missing one by one; a page with both sides is both, a page of the post replaces none of them', () => {
    const expected = expectedProofs('registered', { outcome: { kind: 'delivered', on: day('2026-11-10') } });
    const missing = (...given: readonly (ProofRole | undefined)[]) =>
      missingProofs(
        expected,
        given.map((role) => ({ role })),
      ).map(({ role }) => role);
    expect(missing()).toEqual(['deposit', 'receipt']);
    expect(missing('deposit', 'tracking-page', 'other', undefined)).toEqual(['receipt']);
    expect(missing('receipt')).toEqual(['deposit']);
    expect(missing('deposit-and-receipt')).toEqual([]);
    expect(missing('returned', 'deposit')).toEqual(['receipt']);
  });
});

const hashOf = (index: number): string => String(index).padStart(64, '0');
const letterWith = (dispatch: Partial<Dispatch>, given: readonly (ProofRole | undefined)[]): PaperLetter => {
  const row: Reminder = postedNotice(['FA1'], day('2026-11-02'));
  if (row.state.kind !== 'posted') throw new Error('not posted');
  return {
    table: 'reminders',
    row: {
      ...row,
      state: { ...row.state, ...dispatch },
      documents: given.map((role, index) => ({
        hash: hashOf(index),
        name: `p${index}.jpg`,
        mediaType: 'image/jpeg',
        ...(role === undefined ? {} : { role }),
      })),
    },
  };
};
const ended = (kind: DispatchOutcomeKind): Partial<Dispatch> => ({
  outcome: { kind, on: day('2026-11-10') },
});

describe('the role proposed for a document', () => {
  it.each<[Partial<Dispatch>, readonly (ProofRole | undefined)[], ProofRole]>([
    [{}, [], 'deposit'],
    [{}, ['deposit'], 'receipt'],
    [{}, ['deposit', 'receipt'], 'tracking-page'],
    [ended('delivered'), [], 'receipt'],
    [ended('delivered'), ['receipt'], 'deposit'],
    [ended('refused'), ['deposit'], 'returned'],
    [ended('unclaimed'), ['deposit'], 'returned'],
    [ended('unknown-address'), ['deposit'], 'returned'],
    [ended('delivered'), ['deposit', 'receipt'], 'tracking-page'],
    [ended('delivered'), ['deposit', 'receipt', 'tracking-page'], 'other'],
    [{ mode: 'electronic-registered' }, [], 'deposit'],
    [{ mode: 'electronic-registered', ...ended('delivered') }, ['deposit'], 'provider-proof'],
    [{ mode: 'tracked' }, [], 'tracking-page'],
    [{ mode: 'hand-delivered', ...ended('delivered') }, [], 'discharge'],
    [{ mode: 'bailiff' }, [], 'bailiff-act'],
    [{ mode: 'plain' }, [], 'other'],
  ])('%j with %j', (dispatch, given, role) => {
    expect(proposedRole(letterWith(dispatch, given))).toBe(role);
  });

  it('is the deposit before the letter is noted as posted, and once only', () => {
    const posted = letterWith({}, ['deposit']);
    if (posted.table !== 'reminders') throw new Error('no reminder');
    const state = { kind: 'printed', printedAt: posted.row.plannedOn as never } as const;
    expect(proposedRole({ table: 'reminders', row: { ...posted.row, state, documents: [] } })).toBe(
      'deposit',
    );
    expect(proposedRole({ table: 'reminders', row: { ...posted.row, state } })).toBe('other');
  });
});

describe('what is told of the proofs', () => {
  it('names them by the end of the letter, and without a role as a proof', () => {
    expect(proofName('returned', { kind: 'unclaimed' })).toBe('Pli retourné, avisé et non réclamé');
    expect(proofName('returned', { kind: 'refused' })).toBe('Pli retourné, refusé');
    expect(proofName('returned', { kind: 'unknown-address' })).toBe(
      'Pli retourné, destinataire inconnu à l’adresse',
    );
    expect(proofName('returned', undefined)).toBe('Pli retourné');
    expect(proofName(undefined, { kind: 'delivered' })).toBe('Preuve');
  });

  it('dates them by the chain of the letter where that knows', () => {
    const letter = {
      depositedOn: day('2026-11-02'),
      outcome: { kind: 'delivered', on: day('2026-11-10') },
    } as const;
    expect(provenOn({ role: 'deposit' }, letter)).toBe('2026-11-02');
    expect(provenOn({ role: 'receipt' }, letter)).toBe('2026-11-10');
    expect(provenOn({ role: 'tracking-page' }, letter)).toBeUndefined();
    expect(provenOn({}, letter)).toBeUndefined();
  });

  it('keeps those without a role apart: they may be what is missing', () => {
    const letter = letterWith(ended('delivered'), [undefined, 'deposit']);
    if (letter.row.state.kind !== 'posted') throw new Error('not posted');
    const { missing, unnamed } = proofStateOf(letter, letter.row.state);
    expect(missing.map(({ role }) => role)).toEqual(['receipt']);
    expect(unnamed).toHaveLength(1);
  });

  it('asks for the proof of the provider before he deletes it, though the deposit is joined', () => {
    const asked = (...given: readonly (ProofRole | undefined)[]) => {
      const { row } = letterWith({ mode: 'electronic-registered', ...ended('delivered') }, given);
      const ledger = claimsLedger({
        invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
        reminders: [row as Reminder],
      });
      return lettersToFollow(ledger, day('2026-11-20')).map(({ followUp }) => followUp.kind);
    };
    expect(asked('deposit')).toEqual(['proof-to-archive']);
    expect(asked('deposit', 'provider-proof')).toEqual([]);
    expect(asked(undefined)).toEqual([]);
  });
});
