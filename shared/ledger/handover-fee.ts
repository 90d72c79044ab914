import { formatRate } from '../law/format-rate.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { CollectorFee } from './handover.ts';

/** What a third party earns, French, in a sentence: « 12,00 % des sommes encaissées ». */
export const feeText = (fee: CollectorFee): string => {
  switch (fee.kind) {
    case 'none':
      return 'rémunération à convenir';
    case 'fixed':
      return `rémunération de ${formatAmount(fee.cents)}`;
    case 'share':
      return `${formatRate(fee.basisPoints)} des sommes encaissées`;
  }
};
