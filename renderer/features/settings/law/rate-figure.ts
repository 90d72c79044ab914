import { formatRate } from '../../../../shared/law/format-rate.ts';

/** « 12,40 % », or a dash where the rate is not known. */
export const rateFigure = (basisPoints: number | undefined): string =>
  basisPoints === undefined ? '–' : formatRate(basisPoints);
