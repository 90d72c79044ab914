import type { Ledger } from '../ledger/ledger.ts';
import { unreachable } from '../result.ts';
import type { DataGap } from './data-quality.ts';

/** What is missing and what it stops, in one French sentence. */
export const dataGapText = (ledger: Ledger, gap: DataGap): string => {
  switch (gap.kind) {
    case 'no-due-date': {
      const number = ledger.invoices.get(gap.invoiceId ?? '')?.number ?? '';
      return `La facture ${number} n’a pas d’échéance\u00A0: elle n’est jamais relancée.`;
    }
    case 'no-email':
      return 'Pas d’adresse e-mail valable\u00A0: les relances par e-mail partent par courrier.';
    case 'email-bounced':
      return 'L’adresse e-mail est en erreur\u00A0: les relances par e-mail partent par courrier.';
    case 'no-address':
      return 'Pas d’adresse postale complète\u00A0: aucune lettre ne peut partir.';
    case 'no-contact':
      return 'Ni e-mail ni adresse postale\u00A0: aucune relance ne peut partir.';
    default:
      return unreachable(gap.kind);
  }
};
