import { describe, expect, it } from 'vitest';
import { closeCase, fileCase, setCaseDates } from '../../../../../renderer/db/commands/case-court.ts';
import {
  answerCaseFacts,
  chooseProcedure,
  keepCaseFile,
  openCase,
} from '../../../../../renderer/db/commands/cases.ts';
import { addPieces, removePiece } from '../../../../../renderer/db/commands/pieces.ts';
import { missingPieces } from '../../../../../shared/cases/case-pieces.ts';
import { caseState } from '../../../../../shared/cases/case-state.ts';
import type { Instant } from '../../../../../shared/dates/clock.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Command } from '../../../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../../../shared/claims/claims-ledger.ts';

let count = 0;
const context = {
  now: '2026-11-22T09:00:00.000Z' as Instant,
  today: day('2026-11-22'),
  newId: () => {
    count += 1;
    return `id-${count}`;
  },
};

const written = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish): Ledger => {
  const result = command(ledger, wish, context);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.undo).toBe('allowed');
  const next: Record<string, unknown> = { ...ledger };
  for (const { table, key, after } of result.value.writes) {
    const rows = new Map(next[table] as ReadonlyMap<string, unknown>);
    if (after === null) rows.delete(key);
    else rows.set(key, after);
    next[table] = rows;
  }
  return next as unknown as Ledger;
};

const refusal = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish): string => {
  const result = command(ledger, wish, context);
  return result.ok ? 'ok' : result.error.kind;
};

const waiting = {
  ...postedNotice(['F-1'], day('2026-11-10')),
  id: 'w1',
  state: { kind: 'printed' as const, printedAt: context.now },
};
const start = claimsLedger({ invoices: [claimsInvoice('F-1', 90_000, '2026-06-30')], reminders: [waiting] });
const opened = written(start, openCase, { clientId: 'c1', invoiceIds: ['F-1', 'F-1'] });
const only = (ledger: Ledger) => {
  const [found] = [...ledger.legalCases.values()];
  if (!found) throw new Error('no case');
  return found;
};
const caseId = only(opened).id;
const document = { hash: 'ab'.repeat(32), name: 'Dossier.zip', mediaType: 'application/zip' };

describe('cases', () => {
  it('open once on an invoice that is owed', () => {
    expect(only(opened)).toMatchObject({ invoiceIds: ['F-1'], openedOn: '2026-11-22' });
    expect(caseState(only(opened))).toBe('preparing');
    expect(refusal(opened, openCase, { clientId: 'c1', invoiceIds: ['F-1'] })).toBe('known');
    expect(refusal(start, openCase, { clientId: 'c1', invoiceIds: [] })).toBe('no-invoice');
    expect(refusal(start, openCase, { clientId: 'c2', invoiceIds: ['F-1'] })).toBe('no-client');
  });

  it('keep answers and take them back', () => {
    const answered = written(opened, answerCaseFacts, { caseId, facts: { isContested: false } });
    expect(only(answered).facts).toEqual({ isContested: false });
    expect(
      only(written(answered, answerCaseFacts, { caseId, facts: { isContested: undefined } })).facts,
    ).toEqual({});
  });

  it('are ready with a procedure and a file, filed with a court, and stop what waits', () => {
    const filing = { caseId, filedOn: day('2026-11-20'), courtName: 'TC de Lyon', courtReference: '' };
    expect(refusal(opened, fileCase, filing)).toBe('no-procedure');
    const chosen = written(opened, chooseProcedure, { caseId, procedure: 'order-for-payment' });
    const made = written(chosen, keepCaseFile, { caseId, document });
    expect(caseState(only(made))).toBe('ready');
    expect(made.documents.get(document.hash)).toEqual(document);
    expect(refusal(made, fileCase, { ...filing, courtName: ' ' })).toBe('no-court');
    expect(refusal(made, fileCase, { ...filing, filedOn: day('2026-11-23') })).toBe('future');
    const filed = written(made, fileCase, filing);
    expect(caseState(only(filed))).toBe('filed');
    expect(filed.reminders.get('w1')?.state.kind).toBe('withdrawn');
    expect(refusal(filed, chooseProcedure, { caseId, procedure: 'summons' })).toBe('filed');

    const dates = { orderOn: day('2026-11-19') };
    expect(refusal(filed, setCaseDates, { caseId, dates })).toBe('before-filing');
    const titled = written(filed, setCaseDates, { caseId, dates: { titleOn: day('2026-11-22') } });
    expect(caseState(only(titled))).toBe('title');
    expect(titled.invoices.get('F-1')?.titleOn).toBe('2026-11-22');
    const closed = written(titled, closeCase, { caseId, on: day('2026-11-22'), outcome: 'title', note: '' });
    expect(caseState(only(closed))).toBe('closed');
    expect(refusal(closed, answerCaseFacts, { caseId, facts: {} })).toBe('closed');
  });
});

describe('pieces', () => {
  it('are kept once, tell what is missing, and go', () => {
    const wish = { clientId: 'c1', kind: 'contract' as const, documents: [document, document] };
    expect(missingPieces(opened, only(opened)).map(({ kind }) => kind)).toContain('contract');
    const added = written(opened, addPieces, wish);
    const [piece] = [...added.pieces.values()];
    expect(added.pieces.size).toBe(1);
    expect(piece).toMatchObject({ title: 'Dossier', kind: 'contract', addedOn: '2026-11-22' });
    expect(missingPieces(added, only(added)).map(({ kind }) => kind)).not.toContain('contract');
    expect(refusal(added, addPieces, wish)).toBe('known');
    expect(written(added, removePiece, { pieceId: piece?.id ?? '' }).pieces.size).toBe(0);
  });
});
