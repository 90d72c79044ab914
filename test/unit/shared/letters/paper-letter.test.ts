import { describe, expect, it } from 'vitest';
import { detachDocument } from '../../../../renderer/db/commands/letter-proofs.ts';
import { markPrinted } from '../../../../renderer/db/commands/letters.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { DocumentRef } from '../../../../shared/ledger/history.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { paperLetterOf, printedPdfOf, proofsOf } from '../../../../shared/letters/paper-letter.ts';
import type { ReminderState } from '../../../../shared/reminders/reminder.ts';
import { applied, decided, refused } from '../../renderer/db/commands/decide.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const pdf = (sign: string, name: string): DocumentRef => ({
  hash: sign.repeat(64),
  name,
  mediaType: 'application/pdf',
});
const scan = pdf('a', 'preuve de dépôt.pdf');
const sheet = pdf('b', 'mise en demeure.pdf');

const posted = postedNotice(['FA1'], day('2026-11-02'));
const ledgerWith = (state: ReminderState, documents: readonly DocumentRef[]): Ledger =>
  claimsLedger({
    invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
    reminders: [{ ...posted, id: 'r1', state, documents }],
  });
const letterIn = (ledger: Ledger) => {
  const letter = paperLetterOf(ledger, 'r1');
  if (letter === undefined) throw new Error('no letter');
  return { letter: printedPdfOf(letter)?.name, proofs: proofsOf(letter).map(({ name }) => name) };
};

describe('the letter among its documents', () => {
  const toPrint = { kind: 'to-print', approvedAt: '2026-11-01T08:00:00.000Z' } as ReminderState;

  it('is never a proof, though that is a PDF and the letter was not printed here', () => {
    expect(letterIn(ledgerWith(posted.state, [scan]))).toEqual({ letter: undefined, proofs: [scan.name] });
    expect(letterIn(ledgerWith(toPrint, [scan]))).toEqual({ letter: undefined, proofs: [scan.name] });
  });

  it('is the one that was printed, whatever was joined before', () => {
    const before = ledgerWith(toPrint, [scan]);
    const printed = applied(
      before,
      decided(markPrinted, before, { letters: [{ id: 'r1', document: sheet }] }),
    );
    expect(letterIn(printed)).toEqual({ letter: sheet.name, proofs: [scan.name] });
    expect(refused(detachDocument, printed, { id: 'r1', hash: sheet.hash }).kind).toBe('letter');
    const bare = applied(printed, decided(detachDocument, printed, { id: 'r1', hash: scan.hash }));
    expect(letterIn(bare)).toEqual({ letter: sheet.name, proofs: [] });
  });

  it('is the first PDF of a letter printed before that was noted', () => {
    const state = { ...posted.state, printedOn: day('2026-11-01') } as ReminderState;
    expect(letterIn(ledgerWith(state, [sheet, scan]))).toEqual({ letter: sheet.name, proofs: [scan.name] });
    // Of a proof that is called one there is no doubt, though the letter itself is not kept.
    const proof = { ...scan, role: 'deposit' } as const;
    expect(letterIn(ledgerWith(state, [proof]))).toEqual({ letter: undefined, proofs: [scan.name] });
    expect(letterIn(ledgerWith(state, [proof, sheet]))).toEqual({ letter: sheet.name, proofs: [scan.name] });
  });
});
