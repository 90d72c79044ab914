import { describe, expect, it } from 'vitest';
import {
  discountOfDraft,
  draftOfDiscount,
  isWholeDiscount,
} from '../../../../renderer/ui/discount-fields.tsx';

describe('an escompte while it is typed', () => {
  it('comes back as it was stored', () => {
    const stored = { basisPoints: 200, withinDays: 10 };
    expect(discountOfDraft(draftOfDiscount(stored))).toEqual(stored);
    expect(discountOfDraft(draftOfDiscount(undefined))).toBeUndefined();
  });

  it('is whole without one, or with a rate and days in their ranges', () => {
    const draft = { isOn: true, basisPoints: 200, withinDays: 10 };
    expect(isWholeDiscount({ ...draft, isOn: false, basisPoints: undefined })).toBe(true);
    expect(isWholeDiscount(draft)).toBe(true);
    for (const wrong of [
      { basisPoints: undefined },
      { basisPoints: 0 },
      { basisPoints: 2001 },
      { withinDays: undefined },
      { withinDays: 0 },
      { withinDays: 1.5 },
      { withinDays: 366 },
    ]) {
      expect(isWholeDiscount({ ...draft, ...wrong })).toBe(false);
      expect(discountOfDraft({ ...draft, ...wrong })).toBeUndefined();
    }
  });
});
