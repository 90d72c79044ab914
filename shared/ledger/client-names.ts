import { formatRate } from '../law/format-rate.ts';
import { unreachable } from '../result.ts';
import type { ClientSegment, ContactRole, InterestRate } from './client.ts';

/** French name of a segment. */
export const segmentNames: Readonly<Record<ClientSegment, string>> = {
  regular: 'Habituel',
  new: 'Nouveau',
  'late-payer': 'Mauvais payeur',
  'key-account': 'Grand compte',
};

/** French name of what a contact is for. */
export const contactRoleNames: Readonly<Record<ContactRole, string>> = {
  reminders: 'Relances',
  accounting: 'Comptabilité',
  'decision-maker': 'Décideur',
  site: 'Chantier ou site',
  other: 'Autre',
};

const decimal = (value: number): string => String(value).replace('.', ',');

/** The agreed late-payment rate in French. */
export const describeRate = (rate: InterestRate): string => {
  switch (rate.kind) {
    case 'statutory':
      return 'Taux légal de retard (rien de convenu)';
    case 'fixed':
      return `${formatRate(rate.basisPoints)} par an`;
    case 'legal-multiple':
      return `${decimal(rate.times)} fois le taux d’intérêt légal`;
    case 'ecb-plus':
      return `Taux de la BCE plus ${decimal(rate.points)} points`;
    default:
      return unreachable(rate);
  }
};
