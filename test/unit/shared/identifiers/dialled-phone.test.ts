import { describe, expect, it } from 'vitest';
import { dialledPhone, takesTextMessages } from '../../../../shared/identifiers/dialled-phone.ts';

describe('what a telephone dials', () => {
  it.each([
    ['04 78 11 22 33', '+33478112233'],
    ['04.78.11.22.33', '+33478112233'],
    ['04\u00A078\u00A011\u00A022\u00A033', '+33478112233'],
    ['+33 4 78 11 22 33', '+33478112233'],
    ['+33 (0)4 78 11 22 33', '+33478112233'],
    ['0033 4 78 11 22 33', '+33478112233'],
    ['04 78 11 22 33 poste 12', '+33478112233'],
    ['+32 2 123 45 67', '+3221234567'],
    ['3639', '3639'],
  ])('%s is %s', (written, dialled) => {
    expect(dialledPhone(written)).toBe(dialled);
  });

  it.each(['', 'inconnu', '--', '06'])('« %s » is no number', (written) => {
    expect(dialledPhone(written)).toBeUndefined();
  });

  it('cannot smuggle a command of the telephone into the code to scan', () => {
    expect(dialledPhone('*21*0612345678#')).toBeUndefined();
    expect(dialledPhone('0612345678;phone-context=x')).toBe('+33612345678');
  });
});

describe('numbers that take text messages', () => {
  it.each([
    ['06 12 34 56 78', true],
    ['+33 7 12 34 56 78', true],
    ['+32 470 12 34 56', true],
    ['04 78 11 22 33', false],
    ['09 72 00 00 00', false],
    ['3639', false],
    ['', false],
  ])('%s: %s', (written, takes) => {
    expect(takesTextMessages(written)).toBe(takes);
  });
});
