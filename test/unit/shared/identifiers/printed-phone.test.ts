import { expect, it } from 'vitest';
import { internationalPhone, printedPhone } from '../../../../shared/identifiers/printed-phone.ts';

it.each([
  ['0472000000', '04\u00a072\u00a000\u00a000\u00a000'],
  ['04.72.00.00.00', '04\u00a072\u00a000\u00a000\u00a000'],
  [' 04 72-00 00 00 ', '04\u00a072\u00a000\u00a000\u00a000'],
  ['+33 4 72 00 00 00', '+33\u00a04\u00a072\u00a000\u00a000\u00a000'],
  ['04 72 00 00 00 (matin)', '04\u00a072\u00a000\u00a000\u00a000\u00a0(matin)'],
  ['', ''],
])('prints « %s » as « %s »', (typed, printed) => {
  expect(printedPhone(typed)).toBe(printed);
});

it.each([
  ['04 78 00 00 00', '+33\u00a04\u00a078\u00a000\u00a000\u00a000'],
  ['0478000000', '+33\u00a04\u00a078\u00a000\u00a000\u00a000'],
  ['+32 2 123 45 67', '+32\u00a02\u00a0123\u00a045\u00a067'],
  ['', ''],
])('abroad, %s is printed %s', (phone, expected) => {
  expect(internationalPhone(phone)).toBe(expected);
});
