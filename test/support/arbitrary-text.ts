import fc from 'fast-check';

/** Signs that parsers stumble over: line ends, spaces of every kind, look-alikes, halves of a pair. */
const troublesome = [
  '\r',
  '\n',
  '\t',
  '\u0000',
  '\u00A0',
  '\u202F',
  '\u2028',
  '\u200B',
  '\uFEFF',
  '\uD83D',
  '€',
  '−',
  '’',
  'é',
  'ᵉ',
  '٣',
  '😀',
  '@',
  ',',
  '.',
  ';',
  '<',
  '>',
  '(',
  ')',
];

/** Any text at all, rich in figures and in signs that do harm. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'0123456789'),
    fc.constantFrom(...troublesome),
    fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCodePoint(code)),
  ),
  maxLength: 160,
});
