import { addDays } from '../dates/day.ts';
import { unreachable } from '../result.ts';
import type { ExpectedReceipt } from './expected-payment.ts';
import { formatDayCount } from './format-figure.ts';

const habit = (delayDays: number): string => {
  if (delayDays === 0) return 'à l’échéance';
  return delayDays > 0
    ? `${formatDayCount(delayDays)} après l’échéance`
    : `${formatDayCount(-delayDays)} avant l’échéance`;
};

/** True when the usual day has passed already, so that the receipt is expected as soon as possible. */
const isLaterThanUsual = (receipt: ExpectedReceipt): boolean =>
  receipt.invoice.dueOn !== undefined &&
  receipt.delayDays !== undefined &&
  addDays(receipt.invoice.dueOn, receipt.delayDays) < receipt.expectedOn;

/** Why a receipt is expected on its day, one French phrase. */
export const expectationReason = (receipt: ExpectedReceipt): string => {
  const { basis, delayDays = 0 } = receipt;
  const late = isLaterThanUsual(receipt) ? '\u202F; attendu au plus tôt' : '';
  switch (basis) {
    case 'client':
      return `Paie d’habitude ${habit(delayDays)}${late}`;
    case 'portfolio':
      return `Comme la moyenne de vos clients\u00A0: ${habit(delayDays)}${late}`;
    case 'none':
      return late === '' ? 'À l’échéance, aucun paiement connu' : 'Échue, attendu au plus tôt';
    case 'promise':
      return 'Promis pour ce jour';
    case 'plan':
      return receipt.isOverdue ? 'Échéance manquée de l’échéancier' : 'Échéancier accordé';
    default:
      return unreachable(basis);
  }
};
