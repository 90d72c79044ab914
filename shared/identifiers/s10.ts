import { compact } from './compact.ts';

const weights = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** Check digit of the 8 digits of a postal item: 11 − (weighted sum mod 11), 10 → 0, 11 → 5. */
const checkDigit = (serial: string): number => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const value = 11 - (sum % 11);
  return value === 10 ? 0 : value === 11 ? 5 : value;
};

/** True for an international postal number (UPU S10), `RK473124829FR`, whose check digit is right. */
export const isS10 = (text: string): boolean => {
  const match = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(compact(text));
  return match !== null && checkDigit(match[1] ?? '') === Number(match[2]);
};

/**
 * What can be said of a number typed from a deposit slip. La Poste's own numbers have a check that is not
 * published, so only an S10 with a wrong digit is `suspect`, and nothing stops the user from keeping it.
 */
export const trackingNumberCheck = (text: string): 'fine' | 'suspect' | 'not-a-number' => {
  const number = compact(text);
  if (!/^[0-9A-Z]{11,15}$/.test(number)) return 'not-a-number';
  return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) && !isS10(number) ? 'suspect' : 'fine';
};

/** The number in capitals without spaces. */
export const normaliseTrackingNumber = (text: string): string => compact(text);
