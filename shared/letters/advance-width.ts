/** Advance widths of Source Serif 4 Regular from U+0020 to U+007E, thousandths of the type size. */
const asciiAdvances = [
  237, 289, 381, 525, 518, 932, 728, 182, 362, 362, 458, 534, 302, 320, 302, 341, 529, 529, 529, 529, 529,
  529, 529, 529, 529, 529, 302, 302, 534, 534, 534, 414, 834, 712, 653, 662, 739, 638, 612, 723, 814, 376,
  381, 710, 618, 935, 768, 738, 621, 738, 690, 544, 632, 758, 709, 1005, 672, 667, 586, 335, 341, 335, 534,
  514, 400, 541, 619, 520, 614, 533, 369, 557, 641, 329, 303, 594, 329, 955, 643, 579, 622, 601, 456, 465,
  359, 628, 579, 836, 569, 586, 490, 359, 290, 359, 534,
] as const;

const spaceAdvance = 237;
/** No letter of the alphabets the font covers is wider but W and a few ligatures. */
const otherAdvance = 820;

/**
 * Width of a text in points at a type size in points. Exact for unaccented text but for kerning, and
 * rather too wide than too narrow for the rest: it decides whether a line fits.
 */
export const textAdvance = (text: string, sizePt: number): number => {
  let thousandths = 0;
  for (const character of text.normalize('NFD')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (/\p{Mn}/u.test(character)) continue;
    if (/\s/u.test(character)) thousandths += spaceAdvance;
    else thousandths += asciiAdvances[codePoint - 32] ?? otherAdvance;
  }
  return (thousandths * sizePt) / 1000;
};
