import { formatQuantity, type Quantity } from './quantity.ts';

/** A quantity that goes into a formula, or that explains one that does. */
export interface FormulaTerm {
  /** Its place in the expression, `{id}`; a term that has none there only explains another. */
  readonly id: string;
  /** French, small initial: « ventes TTC ». */
  readonly name: string;
  readonly value: Quantity;
}

/** How a figure was computed: enough for the user to compute it again by hand. */
export interface Formula {
  /** Operators and constants with the terms in braces: `{receivables} ÷ {sales} × {days}`. */
  readonly expression: string;
  readonly terms: readonly FormulaTerm[];
  /** What the expression gives, unrounded. */
  readonly result: Quantity;
  /** Where the result is brought back to a bound. */
  readonly limited?: Quantity | undefined;
  /** What the terms contain and leave out, French sentences. */
  readonly note?: string | undefined;
}

const filled = (formula: Formula, text: (term: FormulaTerm) => string): string =>
  formula.expression.replace(/\{(\w+)\}/g, (_whole, id: string) => {
    const term = formula.terms.find((candidate) => candidate.id === id);
    if (!term) throw new Error(`formula without its term ${id}`);
    return text(term);
  });

/** « Encours ÷ ventes TTC × jours de la période ». */
export const formulaInWords = (formula: Formula): string => {
  const words = filled(formula, ({ name }) => name);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** « 150 000,00 € ÷ 220 000,00 € × 92 jours = 62,73 jours ». */
export const formulaInNumbers = (formula: Formula): string => {
  const numbers = filled(formula, ({ value }) => formatQuantity(value));
  const bound = formula.limited === undefined ? '' : `, ramené à ${formatQuantity(formula.limited)}`;
  return `${numbers} = ${formatQuantity(formula.result)}${bound}`;
};
