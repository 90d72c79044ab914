import { formatAmount } from '../money/format-amount.ts';
import { unreachable } from '../result.ts';
import { formatRate } from './format-rate.ts';
import { parameterLabels } from './parameter-names.ts';
import type { LegalParameter } from './parameters.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count}\u00A0${count > 1 ? many : one}`;

/** Whole years as « 5 ans », anything else as « 18 mois ». */
const months = (count: number): string =>
  count > 0 && count % 12 === 0 ? counted(count / 12, 'an', 'ans') : `${count}\u00A0mois`;

/** A figure of law with its unit in French: « 2,40 % », « 10 points », « 40 € », « 2 000 000 € », « 5 ans », « 30 jours ». */
export const formatParameter = ({ name, value }: Pick<LegalParameter, 'name' | 'value'>): string => {
  const { unit } = parameterLabels[name];
  switch (unit) {
    case 'basis-points':
      return formatRate(value);
    case 'points':
      return `${String(value / 100).replace('.', ',')}\u00A0${value > 100 ? 'points' : 'point'}`;
    case 'times':
      return `${value}\u00A0fois`;
    case 'cents':
      return formatAmount(value).replace(/,00(?=\u00A0€)/u, '');
    case 'days':
      return counted(value, 'jour', 'jours');
    case 'months':
      return months(value);
    default:
      return unreachable(unit);
  }
};
