import { describe, expect, it } from 'vitest';
import {
  attachDocument,
  attachToLetters,
  detachDocument,
  giveProofRole,
} from '../../../../../renderer/db/commands/letter-proofs.ts';
import { recordDeposits } from '../../../../../renderer/db/commands/letters.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import type { LetterDocument } from '../../../../../shared/ledger/letter-document.ts';
import { rowSchemas } from '../../../../../shared/ledger/row-schemas/row-schemas.ts';
import type { Reminder } from '../../../../../shared/reminders/reminder.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../../../shared/claims/claims-ledger.ts';
import { noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const document = { hash: 'a'.repeat(64), name: 'avis.jpg', mediaType: 'image/jpeg' };
const old = { hash: 'b'.repeat(64), name: 'ancien.pdf', mediaType: 'application/pdf' };
const notice = (id: string, changes: Partial<Reminder> = {}): Reminder => ({
  ...postedNotice(['FA1'], day('2026-11-02')),
  id,
  ...changes,
});
const ledgerOf = (...reminders: readonly Reminder[]): Ledger =>
  claimsLedger({ invoices: [claimsInvoice('FA1', 1000, '2026-08-31')], reminders });
const documentsOf = (ledger: Ledger, id: string): readonly LetterDocument[] =>
  ledger.reminders.get(id)?.documents ?? [];
const received = { outcome: { kind: 'delivered', on: day('2026-11-10') } } as const;
const posted = postedNotice(['FA1'], day('2026-11-02')).state;
if (posted.kind !== 'posted') throw new Error('not posted');

describe('a proof', () => {
  it('gets the role that the state of its letter makes probable, and the day; the file itself gets neither', () => {
    const ledger = ledgerOf(notice('r1', { state: { ...posted, ...received } }));
    const decision = decided(attachDocument, ledger, { reminderId: 'r1', document });
    expect(decision.label).toBe('Document «\u00A0avis.jpg\u00A0» joint\u00A0: avis de réception signé');
    expect(documentsOf(applied(ledger, decision), 'r1')).toEqual([
      { ...document, role: 'receipt', attachedOn: '2026-11-23' },
    ]);
    expect(rowsOf(decision, 'documents')).toEqual([document]);
  });

  it('gets the role that is asked for, on one letter or on many', () => {
    const ledger = ledgerOf(notice('r1', { state: { ...posted, ...received } }), notice('r2'));
    const one = applied(
      ledger,
      decided(attachDocument, ledger, { reminderId: 'r1', document, role: 'other' }),
    );
    expect(documentsOf(one, 'r1')).toMatchObject([{ role: 'other' }]);
    const ids = ['r1', 'r2'];
    const slip = applied(ledger, decided(attachToLetters, ledger, { ids, document, role: 'deposit' }));
    expect(ids.map((id) => documentsOf(slip, id)[0]?.role)).toEqual(['deposit', 'deposit']);
    const each = applied(ledger, decided(attachToLetters, ledger, { ids, document }));
    expect(ids.map((id) => documentsOf(each, id)[0]?.role)).toEqual(['receipt', 'deposit']);
  });

  it('is the deposit where it comes with the batch at the counter', () => {
    const printed = { kind: 'printed', printedAt: noonOf('2026-11-02') } as const;
    const ledger = ledgerOf(notice('r1', { state: printed }));
    const decision = decided(recordDeposits, ledger, {
      depositedOn: day('2026-11-03'),
      letters: [{ id: 'r1', trackingNumber: '1A12345678901' }],
      slip: document,
    });
    expect(documentsOf(applied(ledger, decision), 'r1')).toEqual([
      { ...document, role: 'deposit', attachedOn: '2026-11-23' },
    ]);
  });

  it('of an e-mail has none', () => {
    const ledger = ledgerOf(notice('r1', { channel: 'email' }));
    const decision = decided(attachDocument, ledger, { reminderId: 'r1', document });
    expect(documentsOf(applied(ledger, decision), 'r1')).toEqual([document]);
    expect(decision.label).toBe('Document «\u00A0avis.jpg\u00A0» joint');
  });
});

describe('another role', () => {
  const letter = notice('r1', {
    letterHash: 'c'.repeat(64),
    documents: [{ hash: 'c'.repeat(64), name: 'lettre.pdf', mediaType: 'application/pdf' }, old],
  });
  const ledger = ledgerOf(letter);

  it('is given to a proof that had none, which keeps its place, and is undone', () => {
    const decision = decided(giveProofRole, ledger, { id: 'r1', hash: old.hash, role: 'deposit' });
    expect(decision).toMatchObject({
      label: 'Document «\u00A0ancien.pdf\u00A0»\u00A0: preuve de dépôt',
      undo: 'allowed',
      clientId: letter.clientId,
    });
    const after = applied(ledger, decision);
    expect(documentsOf(after, 'r1')).toEqual([letter.documents[0], { ...old, role: 'deposit' }]);
    const changed = decided(giveProofRole, after, { id: 'r1', hash: old.hash, role: 'receipt' });
    expect(documentsOf(applied(after, changed), 'r1')[1]).toEqual({ ...old, role: 'receipt' });
    const taken = decided(detachDocument, after, { id: 'r1', hash: old.hash });
    expect(documentsOf(applied(after, taken), 'r1')).toEqual([letter.documents[0]]);
  });

  it('is refused for the letter itself, for what is not joined, and for the same one again', () => {
    const role = 'deposit' as const;
    expect(refused(giveProofRole, ledger, { id: 'r1', hash: 'c'.repeat(64), role }).kind).toBe('no-document');
    expect(refused(giveProofRole, ledger, { id: 'r1', hash: 'd'.repeat(64), role }).kind).toBe('no-document');
    expect(refused(giveProofRole, ledger, { id: 'x', hash: old.hash, role }).kind).toBe('no-document');
    const after = applied(ledger, decided(giveProofRole, ledger, { id: 'r1', hash: old.hash, role }));
    expect(refused(giveProofRole, after, { id: 'r1', hash: old.hash, role }).kind).toBe('known');
  });
});

describe('a row from outside', () => {
  it('keeps role and day, is read without them, and is refused with a role that is none', () => {
    const read = (one: object) =>
      rowSchemas.reminders.safeParse(JSON.parse(JSON.stringify({ ...notice('r1'), documents: [one] })));
    const proof = { ...document, role: 'returned', attachedOn: '2026-11-23' };
    expect(read(proof)).toMatchObject({ success: true, data: { documents: [proof] } });
    expect(read(old)).toMatchObject({ success: true, data: { documents: [old] } });
    expect(read({ ...proof, role: 'stamp' }).success).toBe(false);
    expect(read({ ...proof, attachedOn: 'hier' }).success).toBe(false);
  });
});
