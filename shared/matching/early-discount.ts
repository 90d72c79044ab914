import { addDays, type Day } from '../dates/day.ts';
import type { OpenItem } from './match-contract.ts';

/** Escompte of an invoice in whole cents, 0 without one; the customer rounds as he likes: half up here. */
export const discountCents = (item: OpenItem): number =>
  item.discount === undefined
    ? 0
    : item.totalCents - Math.round((item.totalCents * (10_000 - item.discount.basisPoints)) / 10_000);

/** True where the escompte may still be taken on `day`: the day of receipt counts (C. com. L441-9). */
export const isDiscountOpen = (item: OpenItem, day: Day): boolean =>
  item.discount !== undefined && day <= addDays(item.issuedOn, item.discount.withinDays);
