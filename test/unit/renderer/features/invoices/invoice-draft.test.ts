import { describe, expect, it } from 'vitest';
import {
  draftDueOn,
  draftOfInvoice,
  type InvoiceDraft,
  missingDueDateText,
  wishOfDraft,
} from '../../../../../renderer/features/invoices/invoice-draft.ts';
import { customTerms, ownTerms } from '../../../../../renderer/features/invoices/term-choices.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { anInvoice } from '../../../shared/reminders/sample-ledger.ts';

const today = day('2026-11-22');
const draft = (changes: Partial<InvoiceDraft> = {}): InvoiceDraft => ({
  ...draftOfInvoice(undefined, today),
  number: 'F-1',
  total: cents(12_000),
  ...changes,
});
const afterReceipt = { kind: 'after-receipt', days: 30 } as const;

describe('an invoice being typed', () => {
  it('starts today on the terms of the client', () => {
    expect(draftOfInvoice(undefined, today)).toMatchObject({
      kind: 'invoice',
      issuedOn: today,
      terms: ownTerms,
    });
  });

  it('comes out as it stood', () => {
    const invoice = anInvoice('f1', {
      performedOn: day('2026-09-30'),
      isCarriage: true,
      orderReference: 'BC 7',
    });
    const known = draftOfInvoice(invoice, today);
    expect(known.terms).toBe(customTerms.value);
    expect(wishOfDraft(known, draftDueOn(known, undefined, 'b2b'))).toEqual({
      kind: 'invoice',
      number: 'F1',
      issuedOn: '2026-10-01',
      dueOn: '2026-10-31',
      performedOn: '2026-09-30',
      requestReceivedOn: undefined,
      totalCents: 123_456,
      orderReference: 'BC 7',
      creditEffect: undefined,
      isCarriage: true,
    });
  });

  it('follows the terms while its due date waits for the receipt', () => {
    const { dueOn: _none, ...undated } = anInvoice('f1');
    expect(draftOfInvoice(undated, today, afterReceipt).terms).toBe(ownTerms);
    expect(draftOfInvoice(undated, today, { kind: 'net', days: 30 }).terms).toBe(customTerms.value);
    expect(draftOfInvoice(anInvoice('f1'), today, afterReceipt).terms).toBe(customTerms.value);
  });

  it('is not asked for without number, date or total', () => {
    expect(wishOfDraft(draft({ number: ' ' }), undefined)).toBeUndefined();
    expect(wishOfDraft(draft({ issuedOn: undefined }), undefined)).toBeUndefined();
    expect(wishOfDraft(draft({ total: undefined }), undefined)).toBeUndefined();
  });

  it('as a credit note carries its effect and nothing of an invoice', () => {
    const note = draft({
      kind: 'credit-note',
      performedOn: today,
      isCarriage: true,
      creditEffect: 'from-its-date',
    });
    expect(wishOfDraft(note, today)).toMatchObject({
      dueOn: undefined,
      performedOn: undefined,
      isCarriage: undefined,
      creditEffect: 'from-its-date',
    });
  });
});

describe('its due date', () => {
  it('follows the terms, or what was typed', () => {
    expect(draftDueOn(draft(), { kind: 'net', days: 30 }, 'b2b')).toBe('2026-12-22');
    expect(draftDueOn(draft({ typedDueOn: day('2027-01-31') }), undefined, 'b2b')).toBe('2027-01-31');
    expect(draftDueOn(draft({ issuedOn: undefined }), { kind: 'net', days: 30 }, 'b2b')).toBeUndefined();
    expect(draftDueOn(draft({ performedOn: today }), afterReceipt, 'b2b')).toBe('2026-12-22');
    expect(draftDueOn(draft({ performedOn: today }), afterReceipt, 'public')).toBeUndefined();
  });

  it('says what it waits for', () => {
    expect(missingDueDateText(draft(), afterReceipt, 'b2b')).toContain('à partir de la livraison');
    expect(missingDueDateText(draft(), afterReceipt, 'public')).toContain('sur Chorus Pro');
    expect(missingDueDateText(draft(), undefined, 'b2b')).toBe(
      'Sans échéance, cette facture ne sera jamais relancée.',
    );
    expect(missingDueDateText(draft(), { kind: 'net', days: 30 }, 'b2b')).toBeUndefined();
    expect(missingDueDateText(draft({ kind: 'credit-note' }), undefined, 'b2b')).toBeUndefined();
    expect(missingDueDateText(draft({ issuedOn: undefined }), afterReceipt, 'b2b')).toBeUndefined();
  });
});
