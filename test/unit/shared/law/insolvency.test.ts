import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { isPriorClaim } from '../../../../shared/law/insolvency.ts';

const judgment = { judgmentOn: day('2026-09-15') };

const dates = (issuedOn: string, dueOn?: string, performedOn?: string) => ({
  issuedOn: day(issuedOn),
  ...(dueOn === undefined ? {} : { dueOn: day(dueOn) }),
  ...(performedOn === undefined ? {} : { performedOn: day(performedOn) }),
});

describe('a claim born before the judgment', () => {
  it.each([
    ['invoiced and due before', dates('2026-07-01', '2026-07-31'), true],
    ['invoiced before, due after', dates('2026-09-14', '2026-10-31'), true],
    ['invoiced before, due date unknown', dates('2026-09-14'), true],
    ['invoiced on the day of the judgment', dates('2026-09-15', '2026-10-31'), true],
    ['invoiced the day after', dates('2026-09-16', '2026-10-31'), false],
    ['delivered before, invoiced after', dates('2026-09-30', '2026-10-31', '2026-09-14'), true],
    ['delivered on the day, invoiced after', dates('2026-09-30', '2026-10-31', '2026-09-15'), true],
    ['delivered and invoiced after', dates('2026-09-30', '2026-10-31', '2026-09-16'), false],
    ['invoiced in advance, delivered after', dates('2026-09-01', '2026-10-31', '2026-09-20'), false],
    [
      'invoiced in advance and due before, delivered after',
      dates('2026-09-01', '2026-09-15', '2026-09-20'),
      true,
    ],
    ['due the day after, delivered after', dates('2026-09-01', '2026-09-16', '2026-09-16'), false],
  ])('%s', (_name, invoice, prior) => {
    expect(isPriorClaim(invoice, judgment)).toBe(prior);
  });
});
