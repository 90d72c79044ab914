import { lasting } from './lasting-parameter.ts';
import type { LegalParameters } from './parameters.ts';

/** Procedural time limits (law-and-formats.md 3), months or days as their names say. */
export const proceduralParameters: LegalParameters = [
  lasting('payment-order-service', 6, '1982-01-01', 'CPC art. 1411', '2026-08-31'),
  lasting('payment-order-service', 3, '2026-09-01', 'CPC art. 1411 (décret 2026-96, art. 9)'),
  lasting('payment-order-opposition', 1, '1982-01-01', 'CPC art. 1416'),
  lasting('payment-order-fee-days', 15, '1982-01-01', 'CPC art. 1425'),
  lasting('small-claims-answer', 1, '2016-06-01', 'CPCEx art. L125-1 et R125-1 à R125-8'),
  lasting('non-contestation-answer', 1, '2026-04-24', 'CPCEx art. L126-1 à L126-5 (loi 2026-307)'),
  lasting('non-contestation-record-days', 8, '2026-04-24', 'CPCEx art. L126-3 (loi 2026-307)'),
  lasting('non-contestation-service', 6, '2026-04-24', 'CPCEx art. L126-4 (loi 2026-307)'),
  lasting('claim-declaration', 2, '2006-01-01', 'C. com. art. R622-24'),
  lasting('claim-declaration-overseas', 2, '2006-01-01', 'C. com. art. R622-24'),
  lasting('foreclosure-relief', 6, '2006-01-01', 'C. com. art. L622-26'),
  lasting('reserved-title-claim', 3, '2006-01-01', 'C. com. art. L624-9'),
  lasting('insolvency-payment-annulment', 36, '2006-01-01', 'C. com. art. L622-7 III'),
  lasting('small-claims-ceiling', 500_000, '2020-01-01', 'CPCEx art. L125-1 et R125-1'),
  lasting('lawyer-threshold', 1_000_000, '2020-01-01', 'CPC art. 761 et 853'),
  lasting('prior-attempt-ceiling', 500_000, '2020-01-01', 'CPC art. 750-1'),
  lasting('payment-order-notice', 1, '2026-09-01', 'CPC art. 1416 (décret 2026-96)'),
  lasting('payment-order-enforcement', 2, '2026-09-01', 'CPC art. 1422 (décret 2026-96)'),
];
