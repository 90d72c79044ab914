import Holidays from 'date-holidays';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, endOfMonth, isDay, isoWeekday } from '../../shared/dates/day.ts';
import { easterSunday } from '../../shared/dates/easter.ts';
import { formatDay, formatFullDay, formatLongDay } from '../../shared/dates/format-day.ts';
import { type HolidayCalendar, holidays } from '../../shared/dates/holidays.ts';
import { parseDay } from '../../shared/dates/parse-day.ts';
import { dueOn } from '../../shared/dates/payment-terms.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../../shared/dates/working-days.ts';
import { checkTermCap } from '../../shared/law/term-cap.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';
import { anyText } from '../support/arbitrary-text.ts';

const anyDay = dayWithin('1900-01-01', '2199-12-31');
const calendar = fc.constantFrom<HolidayCalendar>(
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
);

describe('days', () => {
  it('count as Temporal counts them', () => {
    const some = dayWithin('1950-01-01', '2150-12-31');
    fc.assert(
      fc.property(some, some, fc.integer({ min: -500, max: 500 }), (a, b, count) => {
        const [first, second] = [Temporal.PlainDate.from(a), Temporal.PlainDate.from(b)];
        expect(daysBetween(a, b)).toBe(first.until(second).days);
        expect(addDays(a, count)).toBe(first.add({ days: count }).toString());
        expect(addMonths(a, count)).toBe(first.add({ months: count }).toString());
        expect(isoWeekday(a)).toBe(first.dayOfWeek);
        expect(endOfMonth(a)).toBe(first.with({ day: first.daysInMonth }).toString());
      }),
      seeded,
    );
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        for (const text of [
          value,
          formatDay(value),
          formatLongDay(value),
          formatFullDay(value),
          formatDay(value).replaceAll('/', '.'),
          formatLongDay(value).toUpperCase(),
          value.replaceAll('-', ''),
        ])
          expect(parseDay(text)).toEqual({ ok: true, value });
      }),
      seeded,
    );
  });

  it('are never made of any text with an exception', () => {
    const text = fc.oneof(
      anyText,
      fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/),
      fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    );
    fc.assert(
      fc.property(text, (value) => {
        const result = parseDay(value, { today: '2026-11-22' });
        expect(result.ok ? isDay(result.value) : result.error.text === value).toBe(true);
      }),
      seeded,
    );
  });
});

/**
 * Departments of the other source. Good Friday in Guadeloupe and Martinique is a custom of employers, not a
 * holiday of the Code du travail; there the two sources differ.
 */
const departments: readonly (readonly [HolidayCalendar, string | undefined, boolean])[] = [
  ['metropole', undefined, false],
  ['alsace-moselle', '57', false],
  ['alsace-moselle', '67', false],
  ['alsace-moselle', '68', false],
  ['mayotte', 'YT', false],
  ['guyane', 'GF', false],
  ['reunion', 'RE', false],
  ['guadeloupe', 'GP', true],
  ['martinique', 'MQ', true],
];

describe('holidays', () => {
  it.each(departments)(
    'of %s agree with another source from 2015 to 2040 (%s)',
    (name, state, addsGoodFriday) => {
      const other = state === undefined ? new Holidays('FR') : new Holidays('FR', state);
      for (let year = 2015; year <= 2040; year += 1) {
        const goodFriday = addDays(easterSunday(year), -2);
        const expected = other
          .getHolidays(year)
          .filter(({ type, date }) => type === 'public' && !(addsGoodFriday && date.startsWith(goodFriday)))
          .map(({ date }) => date.slice(0, 10));
        expect(holidays(year, name).map(({ on }) => on)).toEqual([...new Set(expected)].sort());
      }
    },
  );
});

describe('working days', () => {
  const some = dayWithin('2015-01-01', '2040-12-31');

  it('come next without skipping one', () => {
    fc.assert(
      fc.property(some, calendar, (value, place) => {
        const next = nextWorkingDay(value, place);
        expect(isWorkingDay(next, place)).toBe(true);
        for (let between = value; between < next; between = addDays(between, 1))
          expect(isWorkingDay(between, place)).toBe(false);
      }),
      seeded,
    );
  });

  it('are counted one by one', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 30 }), calendar, (value, count, place) => {
        const end = addWorkingDays(value, count, place);
        let seen = 0;
        for (let cursor = addDays(value, 1); cursor <= end; cursor = addDays(cursor, 1))
          if (isWorkingDay(cursor, place)) seen += 1;
        expect(seen).toBe(count);
        expect(isWorkingDay(end, place)).toBe(true);
        expect(addWorkingDays(addDays(end, 1), -1, place)).toBe(end);
      }),
      seeded,
    );
  });
});

describe('payment terms', () => {
  it('net terms up to 60 days are always within the cap, longer ones never', () => {
    fc.assert(
      fc.property(
        dayWithin('2009-01-01', '2198-12-31'),
        fc.integer({ min: 0, max: 120 }),
        (issuedOn, days) => {
          const due = dueOn(issuedOn, { kind: 'net', days });
          if (!due.ok) throw new Error(due.error.kind);
          expect(checkTermCap({ issuedOn, dueOn: due.value })).toMatchObject({
            value: { withinCap: days <= 60 },
          });
        },
      ),
      seeded,
    );
  });
});
