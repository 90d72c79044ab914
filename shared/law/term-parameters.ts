import { lasting } from './lasting-parameter.ts';
import type { LegalParameters } from './parameters.ts';

/**
 * Payment terms, days (law-and-formats.md 1.1). Where the day on which a rule came into force was not read,
 * it stands from 2009 (loi de modernisation de l’économie): what was issued before is barred long since.
 */
export const termParameters: LegalParameters = [
  lasting('term-default', 30, '2009-01-01', 'C. com. art. L441-10 I al. 1'),
  lasting('term-cap-net', 60, '2009-01-01', 'C. com. art. L441-10 I'),
  lasting('term-cap-end-of-month', 45, '2009-01-01', 'C. com. art. L441-10 I al. 3'),
  lasting('term-cap-periodic', 45, '2009-01-01', 'C. com. art. L441-10 I al. 4'),
  lasting('term-cap-perishable', 30, '2009-01-01', 'C. com. art. L441-11 II 1°'),
  lasting('term-cap-livestock', 20, '2009-01-01', 'C. com. art. L441-11 II 2°'),
  lasting('term-cap-alcohol', 30, '2009-01-01', 'C. com. art. L441-11 II 3°'),
  lasting('term-cap-transport', 30, '2009-01-01', 'C. com. art. L441-11 II 5°'),
  lasting('term-cap-vat-free-export', 90, '2009-01-01', 'C. com. art. L441-12'),
  lasting('term-cap-public-body', 30, '2009-01-01', 'CCP art. R2192-10'),
  lasting('term-cap-public-hospital', 50, '2009-01-01', 'CCP art. R2192-11'),
  lasting('term-cap-public-company', 60, '2009-01-01', 'CCP art. R2192-11'),
  lasting('term-fine-natural-person', 7_500_000, '2021-11-01', 'C. com. art. L441-16'),
  lasting('term-fine-legal-person', 200_000_000, '2021-11-01', 'C. com. art. L441-16'),
];
