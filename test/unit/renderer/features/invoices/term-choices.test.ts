import { expect, test } from 'vitest';
import {
  customTerms,
  dueDayOf,
  offeredTerms,
} from '../../../../../renderer/features/invoices/term-choices.ts';
import { day } from '../../../../../shared/dates/day.ts';

test('terms give the due date', () => {
  const issuedOn = day('2026-01-31');
  expect(dueDayOf(issuedOn, '0')).toBe('2026-01-31');
  expect(dueDayOf(issuedOn, '30')).toBe('2026-03-02');
  expect(dueDayOf(issuedOn, '30-eom')).toBe('2026-03-31');
  expect(dueDayOf(issuedOn, 'eom-45')).toBe('2026-03-17');
  expect(dueDayOf(issuedOn, '10')).toBe('2026-02-10');
  expect(dueDayOf(issuedOn, customTerms.value)).toBeUndefined();
});

test('a term of the client that is not in the list is offered too', () => {
  expect(offeredTerms(30).filter(({ value }) => value === '30')).toHaveLength(1);
  expect(offeredTerms(10).map(({ value }) => value)).toContain('10');
});
