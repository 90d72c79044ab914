import type { DisputeReason } from './agreement.ts';
import { disputeReasonNames } from './timeline-title.ts';

/** What a dispute stops for the client beside the reminders. */
export interface DisputeBlock {
  readonly deliveries: boolean;
  readonly afterSales: boolean;
}

/**
 * What is ticked when a dispute is opened, before the user decides. A client who argues about the price keeps
 * what he was given: nothing more goes to him. One who still waits for something of ours (a delivery, a repair,
 * a paper) would be given one reason more not to pay.
 */
export const proposedBlock = (reason: DisputeReason): DisputeBlock => {
  switch (reason) {
    case 'price':
    case 'other':
      return { deliveries: true, afterSales: true };
    case 'not-received':
    case 'not-compliant':
    case 'quality':
    case 'administrative':
      return { deliveries: false, afterSales: false };
  }
};

/** Why {@link proposedBlock} proposes it; French, one sentence. */
export const proposedBlockReason = (reason: DisputeReason): string => {
  switch (reason) {
    case 'price':
    case 'other':
      return 'Proposé tant que la contestation n’est pas tranchée.';
    case 'not-received':
      return 'Pas proposé\u00A0: le client attend encore une livraison de votre part.';
    case 'not-compliant':
    case 'quality':
      return 'Pas proposé\u00A0: le client attend une reprise de votre part.';
    case 'administrative':
      return 'Pas proposé\u00A0: le client attend un document de votre part.';
  }
};

/** Reason of the block as colleagues read it; French. */
export const disputeBlockReason = (invoiceNumber: string, reason: DisputeReason): string =>
  `Litige sur la facture ${invoiceNumber}, ${disputeReasonNames[reason]}`.slice(0, 300);
