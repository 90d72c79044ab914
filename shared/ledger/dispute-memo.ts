import { formatDay } from '../dates/format-day.ts';
import type { Dispute } from './agreement.ts';
import type { ServiceBlock } from './blocked-services.ts';
import type { Client } from './client.ts';
import type { Invoice } from './invoice.ts';
import { internalOnly, stoppedServices, whoToAsk } from './service-block-memo.ts';
import type { CompanySettings } from './settings.ts';
import { disputeReasonNames } from './timeline-title.ts';

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/**
 * « Mémo pour les collègues » of a dispute: what is contested, why, what the client says, who does what, what is
 * blocked, whom to ask. No amounts, no contacts, no address (law-and-formats.md 4.4).
 * @param block what is blocked for the client now
 */
export const disputeMemo = (
  client: Pick<Client, 'name' | 'code'>,
  invoice: Pick<Invoice, 'number' | 'issuedOn'>,
  dispute: Dispute,
  block: ServiceBlock | undefined,
  company: Pick<CompanySettings, 'name' | 'signatoryName' | 'phone' | 'email'>,
): { readonly title: string; readonly paragraphs: readonly string[] } => ({
  title: `Facture ${invoice.number} contestée\u00A0: ${client.name}`,
  paragraphs: [
    `Client\u00A0: ${client.name}${client.code === undefined ? '' : ` (code ${client.code})`}.`,
    `Facture ${invoice.number} du ${formatDay(invoice.issuedOn)}, contestée depuis le ${formatDay(dispute.openedOn)}${dispute.disputedCents === undefined ? '' : ' pour une partie'}. Motif\u00A0: ${disputeReasonNames[dispute.reason]}.`,
    ...(dispute.note.trim() === '' ? [] : [`Ce que dit le client\u00A0: ${sentence(dispute.note.trim())}`]),
    ...(dispute.memo === undefined ? [] : [`À faire\u00A0: ${sentence(dispute.memo.trim())}`]),
    block === undefined ? 'Les livraisons et le SAV continuent.' : stoppedServices(block),
    `Si le client appelle, ne promettez ni avoir ni délai\u00A0: voyez ${whoToAsk(company)}.`,
    internalOnly,
  ],
});
