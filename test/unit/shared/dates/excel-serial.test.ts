import { describe, expect, it } from 'vitest';
import { dayFromExcelSerial } from '../../../../shared/dates/excel-serial.ts';

describe('dayFromExcelSerial', () => {
  it('counts past the 29 February 1900 that only Excel knows', () => {
    expect(dayFromExcelSerial(46387)).toBe('2026-12-31');
    expect(dayFromExcelSerial(46348.99)).toBe('2026-11-22');
    expect(dayFromExcelSerial(61)).toBe('1900-03-01');
    expect(dayFromExcelSerial(60)).toBeUndefined();
    expect(dayFromExcelSerial(62)).toBe('1900-03-02');
    expect(dayFromExcelSerial(109_574)).toBe('2199-12-31');
    expect(dayFromExcelSerial(109_574.99)).toBe('2199-12-31');
    expect(dayFromExcelSerial(109_575)).toBeUndefined();
    expect(dayFromExcelSerial(Number.NaN)).toBeUndefined();
  });

  it('counts from 1904 in books of old Macs', () => {
    expect(dayFromExcelSerial(0, '1904')).toBe('1904-01-01');
    expect(dayFromExcelSerial(1, '1904')).toBe('1904-01-02');
    expect(dayFromExcelSerial(-0.01, '1904')).toBeUndefined();
    expect(dayFromExcelSerial(44925, '1904')).toBe('2026-12-31');
    expect(dayFromExcelSerial(108112, '1904')).toBe('2199-12-31');
    expect(dayFromExcelSerial(108113, '1904')).toBeUndefined();
  });
});
