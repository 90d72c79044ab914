import { formatAmount } from '../money/format-amount.ts';
import { unreachable } from '../result.ts';
import { formatDecimal } from './format-figure.ts';

/** A number with its unit, as it stands in a formula. */
export type Quantity =
  | { readonly kind: 'cents'; readonly cents: number }
  | { readonly kind: 'days'; readonly days: number }
  /** Euro cents times days: the weight of a delay. */
  | { readonly kind: 'cent-days'; readonly centDays: number }
  /** 0 to 100 as a rule. */
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'number'; readonly value: number };

const noBreakSpace = '\u00A0';

/** French counts one and a half as one: the plural begins at two. */
const counted = (value: number, digits: number, one: string, many: string): string =>
  `${formatDecimal(value, digits)}${noBreakSpace}${Math.abs(value) < 2 ? one : many}`;

/** « 62,73 jours », « 150 000,00 € », « 79,25 % », « 12 points ». */
export const formatQuantity = (quantity: Quantity, digits = 2): string => {
  switch (quantity.kind) {
    case 'cents':
      return formatAmount(quantity.cents);
    case 'days':
      return counted(quantity.days, digits, 'jour', 'jours');
    case 'cent-days':
      return `${formatDecimal(quantity.centDays / 100)}${noBreakSpace}€·jours`;
    case 'percent':
      return `${formatDecimal(quantity.percent, digits)}${noBreakSpace}%`;
    case 'points':
      return counted(quantity.points, digits, 'point', 'points');
    case 'number':
      return formatDecimal(quantity.value, digits);
    default:
      return unreachable(quantity);
  }
};

/** The bare number that a reader types into a calculator: euros, days, percent or points. */
export const plainNumber = (quantity: Quantity): number => {
  switch (quantity.kind) {
    case 'cents':
      return quantity.cents / 100;
    case 'days':
      return quantity.days;
    case 'cent-days':
      return quantity.centDays / 100;
    case 'percent':
      return quantity.percent;
    case 'points':
      return quantity.points;
    case 'number':
      return quantity.value;
    default:
      return unreachable(quantity);
  }
};
