import { expect, it } from 'vitest';
import { printedPhone } from '../../../../shared/identifiers/printed-phone.ts';

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
