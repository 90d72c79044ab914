import { describe, expect, it } from 'vitest';
import { dailyInterest, segmentInterest } from '../../../../shared/law/segment-interest.ts';

describe('segmentInterest', () => {
  it('rounds half up, exactly at the half', () => {
    expect(segmentInterest(182_500, 100, 1)).toBe(5);
    expect(segmentInterest(18_250, 100, 1)).toBe(1);
    expect(segmentInterest(18_249, 100, 1)).toBe(0);
    expect(segmentInterest(54_749, 100, 1)).toBe(1);
    expect(segmentInterest(54_750, 100, 1)).toBe(2);
  });

  it('is nothing without principal, rate or day, and the rate itself over 365 days', () => {
    expect(segmentInterest(0, 1240, 92)).toBe(0);
    expect(segmentInterest(480_000, 0, 92)).toBe(0);
    expect(segmentInterest(480_000, 1240, 0)).toBe(0);
    expect(segmentInterest(1_000_000, 1215, 365)).toBe(121_500);
    expect(segmentInterest(1_000_000, 1215, 366)).toBe(121_833);
  });

  it('stays exact beyond 2^53', () => {
    // 10 000 000 000,00 € at 15,21 % over 3 653 days: the product is about 5.6 × 10^19.
    expect(segmentInterest(1_000_000_000_000, 1521, 3653)).toBe(1_522_250_136_986);
  });

  it('counts a day', () => {
    expect(dailyInterest(1_000_000, 1240)).toBe(340);
  });
});
