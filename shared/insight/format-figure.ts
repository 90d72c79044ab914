const minusSign = '\u2212';
const noBreakSpace = '\u00A0';

const signed = (value: number, text: string): string => (value < 0 ? `${minusSign}${text}` : text);

/** « 12 jours », « 1 jour », « −3 jours »: rounded to whole days, singular below 2 as French counts. */
export const formatDayCount = (days: number): string => {
  const whole = Math.round(days);
  const size = Math.abs(whole);
  return signed(whole, `${size}${noBreakSpace}${size < 2 ? 'jour' : 'jours'}`);
};

/** « 82 % » of a share from 0 to 1. */
export const formatShare = (share: number): string => `${Math.round(share * 100)}${noBreakSpace}%`;

/** « 62,73 », « 23 », « −1 204,5 »: French decimals, at most `digits` of them, no zeros at the end. */
export const formatDecimal = (value: number, digits = 2): string => {
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(digits).split('.');
  const kept = decimals.replace(/0+$/, '');
  const text = `${whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202F')}${kept === '' ? '' : `,${kept}`}`;
  return text === '0' ? text : signed(value, text);
};

const shortened = (value: number, unit: string): string => {
  const tenths = Math.round(value * 10);
  const text = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1).replace('.', ',');
  return `${text}${noBreakSpace}${unit}`;
};

/** « 12 k€ », « 1,5 k€ », « 800 € », « 2,1 M€ » of cents: for the axis of a chart, never for a sum to pay. */
export const formatAxisAmount = (amountCents: number): string => {
  const euros = Math.abs(amountCents) / 100;
  if (euros >= 999_950) return signed(amountCents, shortened(euros / 1_000_000, 'M€'));
  if (euros >= 1000) return signed(amountCents, shortened(euros / 1000, 'k€'));
  return signed(Math.round(euros) === 0 ? 0 : amountCents, `${Math.round(euros)}${noBreakSpace}€`);
};
