import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { claimDeclaration, ringingAlarm } from '../../../../shared/law/claim-declaration.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';

/** Published on 11/09/2026: two months end on 11/11, a holiday, so on 12/11 (law-and-formats.md 9.2). */
const published = { publishedOn: day('2026-09-11') };

const on = (today: string, calendar: Parameters<typeof claimDeclaration>[2] = 'metropole') =>
  claimDeclaration(published, day(today), calendar);

describe('the declaration of a claim', () => {
  it('runs two months from the publication and is moved to a working day', () => {
    expect(on('2026-09-11')).toEqual({
      kind: 'open',
      deadline: { raw: '2026-11-11', extended: '2026-11-12' },
      distantDeadline: undefined,
      daysLeft: 61,
      alarm: undefined,
    });
  });

  it.each([
    ['2026-10-11', 31, undefined],
    ['2026-10-12', 30, 30],
    ['2026-10-26', 16, 30],
    ['2026-10-27', 15, 15],
    ['2026-11-03', 8, 15],
    ['2026-11-04', 7, 7],
    ['2026-11-08', 3, 7],
    ['2026-11-09', 2, 2],
    ['2026-11-11', 0, 2],
    ['2026-11-12', 0, 2],
  ])('has on %s %i days left and the alarm %s', (today, daysLeft, alarm) => {
    expect(on(today)).toMatchObject({ kind: 'open', daysLeft, alarm });
  });

  it('is late from the day after, as long as a relief may be asked for, then barred', () => {
    expect(on('2026-11-13')).toMatchObject({
      kind: 'late',
      // 11/03/2027 is a Thursday.
      reliefUntil: { raw: '2027-03-11', extended: '2027-03-11' },
    });
    expect(on('2027-03-11').kind).toBe('late');
    expect(on('2027-03-12').kind).toBe('barred');
  });

  it('is settled by the day it was sent, and cannot be counted without a publication', () => {
    expect(
      claimDeclaration({ ...published, declaredOn: day('2026-10-01') }, day('2026-12-01'), 'metropole'),
    ).toEqual({ kind: 'declared', on: '2026-10-01' });
    expect(claimDeclaration({}, day('2026-12-01'), 'metropole')).toEqual({ kind: 'unpublished' });
    expect(claimDeclaration(published, day('2026-12-01'), 'metropole', [])).toEqual({ kind: 'untabled' });
    const without = shippedParameters.filter(({ name }) => name !== 'foreclosure-relief');
    expect(claimDeclaration(published, day('2026-10-01'), 'metropole', without)).toEqual({
      kind: 'untabled',
    });
  });

  it('tells a creditor overseas of two months more, and moves no deadline for it', () => {
    expect(on('2026-11-12', 'reunion')).toMatchObject({
      kind: 'open',
      distantDeadline: { raw: '2027-01-11', extended: '2027-01-11' },
    });
    expect(on('2026-11-13', 'reunion').kind).toBe('late');
    expect(on('2026-11-12', 'alsace-moselle')).toMatchObject({ distantDeadline: undefined });
  });
});

describe('the alarms', () => {
  const rings = (today: string) => ringingAlarm(published, day(today), 'metropole');

  it.each([
    ['2026-10-12', 30],
    ['2026-10-27', 15],
    ['2026-11-04', 7],
    ['2026-11-09', 2],
  ])('ring on %s, %i days before the last day', (today, days) => {
    expect(rings(today)).toBe(days);
  });

  it.each(['2026-10-11', '2026-10-13', '2026-11-05', '2026-11-11', '2026-11-12', '2026-11-13'])(
    'are silent on %s',
    (today) => {
      expect(rings(today)).toBeUndefined();
    },
  );

  it('ring before a weekend rather than after it', () => {
    // Last day Monday 30/11/2026: two days before is Saturday 28, so Friday 27.
    const insolvency = { publishedOn: day('2026-09-30') };
    expect(ringingAlarm(insolvency, day('2026-11-27'), 'metropole')).toBe(2);
    expect(ringingAlarm(insolvency, day('2026-11-30'), 'metropole')).toBeUndefined();
  });

  it('are silent once the claim is declared', () => {
    const declared = { ...published, declaredOn: day('2026-10-01') };
    expect(ringingAlarm(declared, day('2026-11-04'), 'metropole')).toBeUndefined();
  });
});
