import type { ChargeClaim } from '../../../shared/claims/charge-claim.ts';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { interestTerms } from '../../../shared/letters/interest-term.ts';
import { interestTermFor } from '../../../shared/letters/legal-references.ts';
import { unreachable } from '../../../shared/result.ts';

/** « Pénalités de retard », « Intérêts moratoires », « Indemnité de 40 € ». */
export const chargeName = (charge: Charge, regime: DebtorRegime): string =>
  charge === 'indemnity' ? 'Indemnité de 40\u00A0€' : interestTerms[interestTermFor(regime)].sentence;

/** The two answers, agreeing with the charge's name. */
export const chargeAnswers = (
  charge: Charge,
  regime: DebtorRegime,
): { readonly claimed: string; readonly waived: string } => {
  if (charge === 'indemnity') return { claimed: 'Réclamée', waived: 'Abandonnée' };
  return regime === 'b2b'
    ? { claimed: 'Réclamées', waived: 'Abandonnées' }
    : { claimed: 'Réclamés', waived: 'Abandonnés' };
};

/** Why a debtor of this regime does not owe the 40 €. */
export const noIndemnityText = (regime: DebtorRegime): string =>
  regime === 'b2c'
    ? 'Un particulier ne doit pas l’indemnité de 40\u00A0€ (C. com. L441-10\u00A0II)\u00A0: elle n’est pas réclamée.'
    : 'L’indemnité de 40\u00A0€ n’est due que par les professionnels et les acheteurs publics\u00A0: elle n’est pas réclamée.';

/** A waiver towards a public buyer binds nobody (CCP L2192-14). */
export const publicWaiverText =
  'Envers un acheteur public, toute renonciation aux intérêts moratoires est réputée non écrite (CCP L2192-14)\u00A0: vous pourrez les réclamer de nouveau.';

/** Who decided, for the line under the choice. */
export const decidedByText = (decidedBy: ChargeClaim['decidedBy']): string => {
  switch (decidedBy) {
    case 'law':
      return 'Selon la loi';
    case 'settings':
      return 'Réglage général';
    case 'client':
      return 'Comme pour ce client';
    case 'invoice':
      return 'Pour cette facture';
    default:
      return unreachable(decidedBy);
  }
};
