import { describe, expect, it } from 'vitest';
import { formatTimeOfDay, parseTimeOfDay, timeOfDay } from '../../../../shared/dates/time-of-day.ts';

describe('a time of the day', () => {
  it.each([
    ['14 h 30', '14:30'],
    ['14h30', '14:30'],
    ['14\u00A0h\u00A030', '14:30'],
    ['14:30', '14:30'],
    ['9h', '09:00'],
    ['9', '09:00'],
    ['0:00', '00:00'],
    ['23 heures 59', '23:59'],
    ['1 heure 05', '01:05'],
    [' 9 h ', '09:00'],
  ])('« %s » is %s', (text, time) => {
    expect(parseTimeOfDay(text)).toBe(time);
  });

  it.each(['', '24:00', '12:60', 'midi', '1430', '9h5', '-1'])('« %s » is none', (text) => {
    expect(parseTimeOfDay(text)).toBeUndefined();
  });

  it('is written with unbroken spaces and read back, at every minute', () => {
    for (let minutes = 0; minutes < 1440; minutes += 1) {
      const time = timeOfDay(minutes);
      expect(parseTimeOfDay(formatTimeOfDay(time))).toBe(time);
    }
    expect(formatTimeOfDay(timeOfDay(870))).toBe('14\u00A0h\u00A030');
    expect(formatTimeOfDay(timeOfDay(540))).toBe('9\u00A0h');
  });
});
