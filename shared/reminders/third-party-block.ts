import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { Handover } from '../ledger/handover.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import type { AgreementIndex } from './agreement-index.ts';
import type { Block } from './block.ts';

/** Invoices are with the collector until the day on which they came back. */
export const isHandoverOpen = ({ ended }: Pick<Handover, 'ended'>, today: Day): boolean =>
  ended === undefined || ended.on > today;

/** A case is before the court from the day on which the user went there until it is closed. */
export const isCaseInCourt = ({ filedOn, closed }: LegalCase, today: Day): boolean =>
  filedOn !== undefined && (closed === undefined || closed.on > today);

const atCourt = ({ filedOn, courtName }: LegalCase): string => {
  const court = courtName?.trim() ?? '';
  return `Affaire portée devant ${court === '' ? 'le tribunal' : `la juridiction «\u00A0${court}\u00A0»`}${filedOn === undefined ? '' : ` le ${formatLongDay(filedOn)}`}\u00A0: rien ne se relance avant la clôture du dossier.`;
};

const withCollector = ({ collector, handedOverOn }: Handover): string =>
  `Confiée à ${collector.name} le ${formatLongDay(handedOverOn)}\u00A0: le client ne doit avoir qu’un seul interlocuteur.`;

/** What stops the reminders of an invoice that a court or a third party has; the court goes before. */
export const thirdPartyBlock = (
  { casesByInvoice, handoversByInvoice }: AgreementIndex,
  invoice: Pick<Invoice, 'id'>,
  today: Day,
): Block | undefined => {
  for (const legalCase of casesByInvoice.get(invoice.id) ?? [])
    if (isCaseInCourt(legalCase, today)) return { kind: 'in-court', reason: atCourt(legalCase) };
  for (const handover of handoversByInvoice.get(invoice.id) ?? [])
    if (isHandoverOpen(handover, today)) return { kind: 'handed-over', reason: withCollector(handover) };
  return undefined;
};
