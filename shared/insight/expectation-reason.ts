import { addDays } from '../dates/day.ts';
import { unreachable } from '../result.ts';
import type { ExpectedReceipt } from './expected-payment.ts';
import { formatDayCount } from './format-figure.ts';

const habit = (delayDays: number): string => {
  if (delayDays === 0) return 'à l’échéance';
  return delayDays > 0 ? `+${formatDayCount(delayDays)}` : formatDayCount(delayDays);
};

/** True when the usual day has passed already, so that the usual delay is counted again from today. */
const isLaterThanUsual = (receipt: ExpectedReceipt): boolean =>
  receipt.invoice.dueOn !== undefined &&
  receipt.delayDays !== undefined &&
  addDays(receipt.invoice.dueOn, receipt.delayDays) < receipt.expectedOn;

/** Why a receipt is expected on its day, in a few French words: « D’habitude +12 jours ». */
export const expectationReason = (receipt: ExpectedReceipt): string => {
  const { basis, delayDays = 0 } = receipt;
  const passed = isLaterThanUsual(receipt) ? '\u00A0(dépassé)' : '';
  switch (basis) {
    case 'client':
      return `D’habitude ${habit(delayDays)}${passed}`;
    case 'portfolio':
      return `Moyenne ${habit(delayDays)}${passed}`;
    case 'none':
      return passed === '' ? 'À l’échéance' : 'Échéance passée';
    case 'promise':
      return 'Promis';
    case 'plan':
      return receipt.isOverdue ? 'Échéance manquée' : 'Échéancier';
    default:
      return unreachable(basis);
  }
};
