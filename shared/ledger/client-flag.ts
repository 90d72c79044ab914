import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { unreachable } from '../result.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from './agreement.ts';
import { type ServiceBlock, serviceBlockName } from './blocked-services.ts';
import type { Insolvency } from './client.ts';
import type { Handover } from './handover.ts';
import type { LegalCase } from './legal-case.ts';

/** What sets a client apart on a day; each is shown as a badge. */
export type ClientFlag =
  | { readonly kind: 'insolvency'; readonly insolvency: Insolvency }
  /** Unresolved disputes on invoices still owed. */
  | { readonly kind: 'dispute'; readonly disputes: readonly Dispute[]; readonly openCents: Cents }
  /** Before a court, and something still owed. */
  | { readonly kind: 'in-court'; readonly legalCase: LegalCase }
  /** With a third party, and something still owed. */
  | { readonly kind: 'handed-over'; readonly handover: Handover }
  /** « Livraisons / SAV bloqués ». */
  | { readonly kind: 'services-blocked'; readonly block: ServiceBlock }
  | { readonly kind: 'excluded'; readonly reason: string }
  | { readonly kind: 'broken-promise'; readonly promise: PaymentPromise }
  | { readonly kind: 'broken-plan'; readonly plan: PaymentPlan }
  | { readonly kind: 'plan'; readonly plan: PaymentPlan }
  | { readonly kind: 'promise'; readonly promise: PaymentPromise; readonly resumesOn: Day }
  /** Mail came back from these addresses: nothing is sent there. */
  | { readonly kind: 'bounced'; readonly addresses: readonly string[]; readonly since: Day }
  /** A pause of the whole client. */
  | { readonly kind: 'pause'; readonly pause: Pause }
  | { readonly kind: 'direct-debit' };

/** Most serious first: the order of the badges. */
export const clientFlagKinds = [
  'insolvency',
  'in-court',
  'handed-over',
  'dispute',
  'services-blocked',
  'excluded',
  'broken-promise',
  'broken-plan',
  'plan',
  'promise',
  'bounced',
  'pause',
  'direct-debit',
] as const satisfies readonly ClientFlag['kind'][];

const procedureNames: Readonly<Record<Insolvency['kind'], string>> = {
  safeguard: 'Sauvegarde',
  reorganisation: 'Redressement judiciaire',
  liquidation: 'Liquidation judiciaire',
};

/** French name of a collective procedure. */
export const insolvencyName = (kind: Insolvency['kind']): string => procedureNames[kind];

const shortProcedureNames: Readonly<Record<Insolvency['kind'], string>> = {
  safeguard: 'Sauvegarde',
  reorganisation: 'Redressement',
  liquidation: 'Liquidation',
};

/** French text of the badge. */
export const clientFlagLabel = (flag: ClientFlag): string => {
  switch (flag.kind) {
    case 'insolvency':
      return shortProcedureNames[flag.insolvency.kind];
    case 'dispute':
      return 'Litige';
    case 'in-court':
      return 'Au tribunal';
    case 'handed-over':
      return 'Confié à un tiers';
    case 'services-blocked':
      return serviceBlockName(flag.block);
    case 'excluded':
      return 'Exclu';
    case 'broken-promise':
      return 'Promesse rompue';
    case 'broken-plan':
      return 'Échéancier rompu';
    case 'plan':
      return 'Échéancier';
    case 'promise':
      return `Promesse ${formatDay(flag.promise.promisedOn).slice(0, 5)}`;
    case 'bounced':
      return 'Adresse en erreur';
    case 'pause':
      return `Reporté au ${formatDay(flag.pause.until).slice(0, 5)}`;
    case 'direct-debit':
      return 'Prélèvement';
    default:
      return unreachable(flag);
  }
};

/** One French sentence that says what the badge means for this client. */
export const clientFlagExplanation = (flag: ClientFlag): string => {
  switch (flag.kind) {
    case 'insolvency':
      return `${procedureNames[flag.insolvency.kind]}, jugement du ${formatDay(flag.insolvency.judgmentOn)} : les créances antérieures se déclarent, elles ne se relancent plus.`;
    case 'dispute':
      return flag.disputes.length === 1
        ? `Une facture contestée, ${formatAmount(flag.openCents)} : la part contestée n’est pas relancée.`
        : `${flag.disputes.length} factures contestées, ${formatAmount(flag.openCents)} : la part contestée n’est pas relancée.`;
    case 'in-court':
      return `Affaire portée devant le tribunal${flag.legalCase.filedOn === undefined ? '' : ` le ${formatDay(flag.legalCase.filedOn)}`} : les factures du dossier ne se relancent plus.`;
    case 'handed-over':
      return `Confié à ${flag.handover.collector.name} le ${formatDay(flag.handover.handedOverOn)} : les factures confiées ne se relancent plus.`;
    case 'services-blocked':
      return `${serviceBlockName(flag.block)} depuis le ${formatDay(flag.block.since)}${flag.block.reason === '' ? '.' : ` : ${flag.block.reason}`}`;
    case 'excluded':
      return flag.reason === '' ? 'Exclu des relances.' : `Exclu des relances : ${flag.reason}`;
    case 'broken-promise':
      return `Règlement promis pour le ${formatDay(flag.promise.promisedOn)}, non reçu.`;
    case 'broken-plan':
      return `Échéancier du ${formatDay(flag.plan.agreedOn)} : une échéance n’a pas été réglée.`;
    case 'plan':
      return `Échéancier du ${formatDay(flag.plan.agreedOn)} respecté, ${formatAmount(sumCents(flag.plan.instalments.map(({ cents }) => cents)))} en ${flag.plan.instalments.length} fois.`;
    case 'promise':
      return `Règlement promis pour le ${formatDay(flag.promise.promisedOn)} : pas de relance avant le ${formatDay(flag.resumesOn)}.`;
    case 'bounced':
      return `${flag.addresses.join(', ')} : des messages sont revenus depuis le ${formatDay(flag.since)}, plus rien n’y part.`;
    case 'pause':
      return `Relances reportées au ${formatDay(flag.pause.until)}${flag.pause.reason === '' ? '' : ` : ${flag.pause.reason}`}`;
    case 'direct-debit':
      return 'Réglé par prélèvement : pas de relance avant un rejet.';
    default:
      return unreachable(flag);
  }
};
