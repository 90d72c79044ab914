import type { Formula } from '../../../../shared/insight/formula.ts';
import { plainNumber } from '../../../../shared/insight/quantity.ts';

const precedence: Readonly<Record<string, number>> = { '+': 1, '−': 1, '×': 2, '÷': 2 };

const applied = (operator: string, left: number, right: number): number => {
  if (operator === '+') return left + right;
  if (operator === '−') return left - right;
  return operator === '×' ? left * right : left / right;
};

/** What a reader with a pocket calculator gets from a formula: its operators, constants and terms. */
export const recomputed = (formula: Formula): number => {
  const tokens = formula.expression.match(/\{\w+\}|\d+|[+−×÷()]/g) ?? [];
  let next = 0;
  const operand = (): number => {
    const token = tokens[next++] ?? '';
    if (token === '(') {
      const inside = sum(1);
      next += 1;
      return inside;
    }
    if (!token.startsWith('{')) return Number(token);
    const term = formula.terms.find(({ id }) => `{${id}}` === token);
    if (!term) throw new Error(`no term ${token}`);
    return plainNumber(term.value);
  };
  const sum = (from: number): number => {
    let left = operand();
    for (;;) {
      const operator = tokens[next] ?? '';
      const rank = precedence[operator] ?? 0;
      if (rank < from) return left;
      next += 1;
      left = applied(operator, left, sum(rank + 1));
    }
  };
  return sum(1);
};
