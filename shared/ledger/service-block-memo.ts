import { formatDay } from '../dates/format-day.ts';
import { type ServiceBlock, serviceBlockName } from './blocked-services.ts';
import type { Client } from './client.ts';
import type { CompanySettings } from './settings.ts';

/** Whom a colleague asks first: who signs for the company, with its telephone and address. French. */
export const whoToAsk = (
  company: Pick<CompanySettings, 'name' | 'signatoryName' | 'phone' | 'email'>,
): string => {
  const asked = [company.signatoryName, company.phone, company.email]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
  return asked === '' ? 'la comptabilité' : asked;
};

/** « Livraisons bloquées depuis le 20/11/2026 : aucune livraison ne part…, jusqu’à nouvel ordre. » */
export const stoppedServices = (block: ServiceBlock): string => {
  const stopped = [
    ...(block.deliveries ? ['aucune livraison ne part, aucune commande n’est préparée'] : []),
    ...(block.afterSales ? ['aucune intervention de SAV n’est engagée'] : []),
  ].join('\u202F; ');
  return `${serviceBlockName(block)} depuis le ${formatDay(block.since)}\u00A0: ${stopped}, jusqu’à nouvel ordre.`;
};

/** Last line of a memo. */
export const internalOnly = 'Mémo interne\u00A0: ne pas transmettre hors de l’entreprise.';

/**
 * « Mémo pour les collègues »: who, what is blocked, why, since when, whom to ask. It names the client as a
 * customer and nothing else: no amounts, no contacts, no address (law-and-formats.md 4.4).
 */
export const serviceBlockMemo = (
  client: Pick<Client, 'name' | 'code'>,
  block: ServiceBlock,
  company: Pick<CompanySettings, 'name' | 'signatoryName' | 'phone' | 'email'>,
): { readonly title: string; readonly paragraphs: readonly string[] } => {
  return {
    title: `${serviceBlockName(block)}\u00A0: ${client.name}`,
    paragraphs: [
      `Client\u00A0: ${client.name}${client.code === undefined ? '' : ` (code ${client.code})`}.`,
      stoppedServices(block),
      `Motif\u00A0: ${block.reason}${block.reason.endsWith('.') ? '' : '.'}`,
      `Avant tout engagement, ou si le client appelle, voyez ${whoToAsk(company)}.`,
      internalOnly,
    ],
  };
};
