import { day, daysBetween } from '../dates/day.ts';

/** What a payment settled of an invoice. */
export interface SettledPart {
  readonly dueOn: string;
  readonly paidOn: string;
  /** More than 0. */
  readonly cents: number;
}

/** How late a client pays, in days; negative = early. */
export interface PaymentDelay {
  readonly count: number;
  /** Weighted by amount, early payments counting negative. */
  readonly signedDays: number;
  /** Weighted by amount, early payments counting 0. */
  readonly flooredDays: number;
  /** Not weighted, signed. */
  readonly meanDays: number;
  /** Not weighted, signed: what a typical payment does, one that took a year apart. */
  readonly medianDays: number;
  /** Share of the amount that came on or before the due date, 0 to 1. */
  readonly onTimeShare: number;
}

const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** Delays of what was paid; undefined when nothing was. Sums are exact, only the averages are fractions. */
export const paymentDelay = (parts: readonly SettledPart[]): PaymentDelay | undefined => {
  const paid = parts.filter(({ cents }) => cents > 0);
  if (paid.length === 0) return undefined;
  const delays: number[] = [];
  let amount = 0;
  let signed = 0n;
  let floored = 0n;
  let onTime = 0;
  for (const { dueOn, paidOn, cents } of paid) {
    const delay = daysBetween(day(dueOn), day(paidOn));
    delays.push(delay);
    amount += cents;
    signed += BigInt(cents) * BigInt(delay);
    floored += BigInt(cents) * BigInt(Math.max(0, delay));
    if (delay <= 0) onTime += cents;
  }
  return {
    count: delays.length,
    signedDays: Number(signed) / amount,
    flooredDays: Number(floored) / amount,
    meanDays: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    medianDays: median(delays.sort((a, b) => a - b)),
    onTimeShare: onTime / amount,
  };
};
