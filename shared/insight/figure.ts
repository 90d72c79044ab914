import type { Formula } from './formula.ts';
import { formatQuantity, type Quantity } from './quantity.ts';

/** A figure about payments with its formula, or why there is none. */
export type Figure =
  | {
      readonly kind: 'known';
      readonly value: Quantity;
      readonly formula: Formula;
      /** The true figure is more than the value: « plus de 92 jours ». */
      readonly isAtLeast?: boolean | undefined;
    }
  | {
      readonly kind: 'unknown';
      /** What is missing, one French sentence. */
      readonly reason: string;
    };

/** The figure that a formula gives. */
export const knownFigure = (formula: Formula): Figure => ({
  kind: 'known',
  value: formula.limited ?? formula.result,
  formula,
});

/** No figure, and why: never a number that frightens for want of data. */
export const unknownFigure = (reason: string): Figure => ({ kind: 'unknown', reason });

/** « 62,7 jours », « plus de 92 jours », « – »: one decimal, for a tile or a row. */
export const formatFigure = (figure: Figure): string =>
  figure.kind === 'unknown' ? '–' : `${figure.isAtLeast ? 'plus de ' : ''}${formatQuantity(figure.value, 1)}`;
