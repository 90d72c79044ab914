/** Writes cents with two decimals, the given decimal sign and group separator. */
export const formatPlain = (cents: number, decimal: ',' | '.', group = ''): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`;
};

/** Writes a `YYYY-MM-DD` day in another order. */
export const formatDay = (value: string, order: 'dmy' | 'mdy' | 'ymd', separator: string): string => {
  const [year = '', month = '', dayOfMonth = ''] = value.split('-');
  const parts = {
    dmy: [dayOfMonth, month, year],
    mdy: [month, dayOfMonth, year],
    ymd: [year, month, dayOfMonth],
  };
  return parts[order].join(separator);
};
