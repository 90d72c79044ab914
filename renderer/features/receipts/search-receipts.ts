import { foldText } from '../../../shared/importing/fold-text.ts';
import type { Receipt, ReceiptMonth } from '../../../shared/ledger/receipts.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatPlainAmount } from '../../../shared/money/format-amount.ts';

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

const matches = (
  { payment, clientName, invoices }: Receipt,
  words: readonly string[],
  labelOf: (bankLineId: string) => string,
): boolean => {
  const text = [
    foldText(clientName),
    foldText(payment.reference ?? ''),
    foldText(payment.bankLineId === undefined ? '' : labelOf(payment.bankLineId)),
    ...invoices.map(({ number }) => foldText(number)),
    withoutSpaces(formatPlainAmount(payment.cents)),
    payment.receivedOn.split('-').reverse().join('/'),
  ].join(' ');
  return words.every((word) => text.includes(word));
};

/**
 * Receipts whose client, reference, bank label, invoice number, amount or day holds every word, case and accents apart;
 * a month's total is that of what was found.
 * @param labelOf what the bank says of a movement.
 */
export const searchReceipts = (
  months: readonly ReceiptMonth[],
  search: string,
  labelOf: (bankLineId: string) => string = () => '',
): readonly ReceiptMonth[] => {
  const words = search
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (/^[\d,./]+$/.test(word) ? word : foldText(word)));
  if (words.length === 0) return months;
  return months.flatMap((month) => {
    const receipts = month.receipts.filter((receipt) => matches(receipt, words, labelOf));
    if (receipts.length === 0) return [];
    const standing = receipts.filter(({ payment }) => payment.reversedAt === undefined);
    return [
      { month: month.month, receipts, totalCents: sumCents(standing.map(({ payment }) => payment.cents)) },
    ];
  });
};
