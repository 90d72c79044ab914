import { describe, expect, it } from 'vitest';
import {
  claimDeclarationDeadline,
  nonContestationRecordDay,
  paymentOrderOppositionDeadline,
  paymentOrderServiceDeadline,
  proceduralDeadline,
} from '../../../../shared/law/procedural-dates.ts';

describe('procedural dates', () => {
  it('gives an order to pay 6 months before September 2026 and 3 since', () => {
    expect(paymentOrderServiceDeadline('2026-08-31', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2027-02-28', extended: '2027-03-01' },
    });
    expect(paymentOrderServiceDeadline('2026-09-01', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2026-12-01', extended: '2026-12-01' },
    });
    expect(paymentOrderServiceDeadline('2026-11-30', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2027-02-28', extended: '2027-03-01' },
    });
  });

  it('moves a Sunday and a holiday to the next working day and shows both', () => {
    expect(paymentOrderOppositionDeadline('2026-10-15', 'metropole')).toEqual({
      raw: '2026-11-15',
      extended: '2026-11-16',
    });
    expect(claimDeclarationDeadline('2026-09-11', 'metropole')).toEqual({
      raw: '2026-11-11',
      extended: '2026-11-12',
    });
  });

  it('counts the month, then the eight days, of CPCEx L126', () => {
    expect(nonContestationRecordDay('2026-10-05')).toBe('2026-11-13');
  });

  it('does not count the day of the event', () => {
    expect(proceduralDeadline('2026-11-24', { days: 8 }, 'metropole').raw).toBe('2026-12-02');
    expect(proceduralDeadline('2026-01-31', { months: 1 }, 'metropole').raw).toBe('2026-02-28');
    expect(proceduralDeadline('2026-01-31', { months: 1, days: 1 }, 'metropole')).toEqual({
      raw: '2026-03-01',
      extended: '2026-03-02',
    });
  });

  it('follows the holidays of the place', () => {
    expect(proceduralDeadline('2026-03-27', { days: 7 }, 'metropole').extended).toBe('2026-04-03');
    expect(proceduralDeadline('2026-03-27', { days: 7 }, 'alsace-moselle').extended).toBe('2026-04-07');
  });
});
