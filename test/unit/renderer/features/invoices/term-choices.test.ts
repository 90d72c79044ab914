import { expect, test } from 'vitest';
import {
  needsReceipt,
  offeredTerms,
  ownTerms,
} from '../../../../../renderer/features/invoices/term-choices.ts';
import type { PaymentTerms } from '../../../../../shared/dates/payment-terms.ts';

const net = (days: number): PaymentTerms => ({ kind: 'net', days });

test('the terms of the client come first, and once', () => {
  const offered = offeredTerms(net(30), true);
  expect(offered[0]).toEqual({ value: ownTerms, label: '30\u00A0jours nets (client)', terms: net(30) });
  expect(offered.filter(({ terms }) => terms.kind === 'net' && terms.days === 30)).toHaveLength(1);
  expect(offered.map(({ label }) => label)).toEqual([
    '30\u00A0jours nets (client)',
    'Paiement comptant',
    '15\u00A0jours nets',
    '45\u00A0jours nets',
    '60\u00A0jours nets',
    '30\u00A0jours fin de mois',
    '45\u00A0jours fin de mois',
    'Fin de mois plus 45\u00A0jours',
    '30\u00A0jours après réception',
  ]);
});

test('the general setting stands for terms that were not agreed', () => {
  expect(offeredTerms(net(1), false)[0]?.label).toBe('1\u00A0jour net (réglage général)');
});

test('each choice has a value of its own', () => {
  const own: PaymentTerms = { kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 10 };
  const offered = offeredTerms(own, true);
  expect(new Set(offered.map(({ value }) => value)).size).toBe(offered.length);
  // « Le 10 » is another term than plain end of month, which stays on offer.
  expect(offered.map(({ label }) => label)).toContain('30\u00A0jours fin de mois');
});

test('terms that run from a receipt need its day', () => {
  expect(needsReceipt({ kind: 'after-receipt', days: 30 })).toBe(true);
  expect(needsReceipt({ kind: 'decade', days: 30 })).toBe(true);
  expect(needsReceipt(net(30))).toBe(false);
  expect(needsReceipt(undefined)).toBe(false);
});
