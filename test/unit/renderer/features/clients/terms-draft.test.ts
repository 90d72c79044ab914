import { describe, expect, it } from 'vitest';
import {
  draftOfTerms,
  exampleText,
  methodExamples,
  type TermsDraft,
  termsOfDraft,
} from '../../../../../renderer/features/clients/terms-draft.ts';
import { day } from '../../../../../shared/dates/day.ts';

const draft = (changes: Partial<TermsDraft>): TermsDraft => ({
  kind: 'end-of-month',
  days: 45,
  method: undefined,
  plusDays: undefined,
  ...changes,
});

describe('terms being typed', () => {
  it.each([
    { kind: 'net', days: 0 },
    { kind: 'after-receipt', days: 30 },
    { kind: 'decade', days: 30 },
    { kind: 'end-of-month', days: 45, method: 'end-then-add' },
    { kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 10 },
  ] as const)('come out as they went in: %j', (terms) => {
    expect(termsOfDraft(draftOfTerms(terms, 30))).toEqual({ ok: true, value: terms });
  });

  it('are none for the general setting, from which a first choice starts', () => {
    const company = draftOfTerms(undefined, 45);
    expect(termsOfDraft(company)).toEqual({ ok: true, value: undefined });
    expect(termsOfDraft({ ...company, kind: 'net' })).toEqual({ ok: true, value: { kind: 'net', days: 45 } });
  });

  it('are refused until the method of an end of month is chosen', () => {
    expect(termsOfDraft(draft({}))).toEqual({ ok: false, error: { kind: 'missing-method' } });
    expect(termsOfDraft(draft({ method: 'add-then-end' })).ok).toBe(true);
    // Without days both readings are one.
    expect(termsOfDraft(draft({ days: 0 }))).toMatchObject({ value: { days: 0, method: 'add-then-end' } });
  });

  it('are refused without days, or with days that are none', () => {
    for (const days of [undefined, -1, 9999])
      expect(termsOfDraft(draft({ days, method: 'add-then-end' }))).toEqual({
        ok: false,
        error: { kind: 'missing-days' },
      });
    expect(termsOfDraft(draft({ kind: 'net', days: undefined })).ok).toBe(false);
  });
});

describe('the worked examples of both readings', () => {
  it('take an invoice of today', () => {
    const examples = methodExamples({ days: 45, plusDays: undefined }, day('2026-01-15'));
    expect(examples).toEqual({
      issuedOn: '2026-01-15',
      dueOn: { 'add-then-end': '2026-03-31', 'end-then-add': '2026-03-17' },
    });
    expect(examples && exampleText(examples, 'end-then-add')).toBe(
      'Facture du 15/01/2026 → échéance le 17/03/2026',
    );
  });

  it('or the first later one on which they differ', () => {
    // 30 days from 31 August end on 30 September, which is also the end of August + 30 days.
    expect(methodExamples({ days: 30, plusDays: undefined }, day('2026-08-31'))).toEqual({
      issuedOn: '2026-09-01',
      dueOn: { 'add-then-end': '2026-10-31', 'end-then-add': '2026-10-30' },
    });
  });

  it('are the same where nothing differs, and none without days', () => {
    expect(methodExamples({ days: 0, plusDays: 10 }, day('2026-11-22'))).toEqual({
      issuedOn: '2026-11-22',
      dueOn: { 'add-then-end': '2026-12-10', 'end-then-add': '2026-12-10' },
    });
    expect(methodExamples({ days: undefined, plusDays: undefined }, day('2026-11-22'))).toBeUndefined();
  });
});
