/**
 * Code points that every letter font (assets/fonts) has a glyph for, as hexadecimal ranges: a letter may
 * not show a box in the place of a character. A test compares it with the fonts themselves.
 */
const coveredRanges = [
  '0020-007E 00A0-012B 012E-0131 0134-0165 0168-017F 018F 0192 01A0-01A1 01AF-01B0 01CD-01DC',
  '01E6-01E7 01F8-01F9 0218-021B 0237 0251 0259 0261 02B0 02B2-02B3 02B7-02B8 02BB-02BC 02BE-02BF',
  '02C6-02CC 02D8-02DD 02E1-02E3 0300-0304 0306-030C 031B 0323-0324 0326-0329 032E 0331 0374-0375',
  '037E 0384-038A 038C 038E-03A1 03A3-03CE 03D7 03D9 03DB 03DD 03E1 0400-045F 0462-0463 0472-0475',
  '0490-0493 0496-049B 04A0-04A3 04AA-04AB 04AE-04B3 04B6-04B7 04BA-04BB 04C0-04C2 04CF-04D1',
  '04D4-04D9 04E2-04E3 04E6-04E9 04EE-04EF 04F2-04F3 1D43 1D47-1D49 1D4D 1D4F-1D50 1D52 1D56-1D58',
  '1D5B 1D9C 1DA0 1DBB 1E0C-1E0F 1E20-1E21 1E24-1E25 1E2A-1E2B 1E36-1E3B 1E3E-1E3F 1E42-1E49',
  '1E5A-1E63 1E6C-1E6F 1E80-1E85 1E8E-1E8F 1E92-1E93 1E97 1E9E 1EA0-1EF9 2002-2007 2009-200B 2010',
  '2012-2015 2018-201A 201C-201E 2020-2022 2025-2026 202F-2030 2032-2033 2039-203A 203C 2044',
  '2047-2049 2070-2071 2074-2079 207D-2089 208D-208E 20A1 20A4 20A6-20A7 20A9 20AB-20AC 20AE',
  '20B1-20B2 20B4-20B5 20B8-20BA 20BD 20BF 2113 2116-2117 2120 2122 2126 212E 2153-2154 215B-215E',
  '2190-2193 2196-2199 2202 2206 220F 2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25A0',
  '25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6 25C9-25CA 2610-2611 266A 2713 2752 2E3A-2E3B',
  'FB00-FB04 1F12F 1F16A-1F16B',
]
  .join(' ')
  .split(' ')
  .map((range) => {
    const [first = '0', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });

const covered: ReadonlySet<number> = new Set(
  coveredRanges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  ),
);

/** True when the letter fonts can draw the code point. */
export const hasGlyph = (codePoint: number): boolean => covered.has(codePoint);
