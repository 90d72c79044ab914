/** « 12,40 % » of basis points, with U+00A0 before the sign. */
export const formatRate = (basisPoints: number): string => {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`not basis points: ${basisPoints}`);
  const digits = String(Math.abs(basisPoints)).padStart(3, '0');
  return `${basisPoints < 0 ? '\u2212' : ''}${digits.slice(0, -2)},${digits.slice(-2)}\u00A0%`;
};
