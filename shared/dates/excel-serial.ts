import { addDays, type Day, day } from './day.ts';

/** First and last serial read as a day (31 December 2199), in the two date systems of a workbook; 1904 is
 * set in books made on old Macs. */
const systems = {
  '1900': { first: 61, firstDay: day('1900-03-01'), last: 109_574 },
  '1904': { first: 0, firstDay: day('1904-01-01'), last: 108_112 },
} as const;

export type ExcelDateSystem = '1900' | '1904';

/**
 * The day of a spreadsheet's date serial; its part of a day (the hour) is dropped. Undefined out of
 * range, and for serials 0 to 60 of the 1900 system: Excel gave that year a 29 February that never was.
 */
export const dayFromExcelSerial = (serial: number, system: ExcelDateSystem = '1900'): Day | undefined => {
  const whole = Math.floor(serial);
  const { first, firstDay, last } = systems[system];
  return whole >= first && whole <= last ? addDays(firstDay, whole - first) : undefined;
};
