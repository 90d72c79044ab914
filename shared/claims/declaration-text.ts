import { formatDay } from '../dates/format-day.ts';
import type { ClaimDeclaration } from '../law/claim-declaration.ts';
import type { ProceduralDeadline } from '../law/procedural-dates.ts';
import type { Insolvency } from '../ledger/client.ts';
import { type Cents, zeroCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { unreachable } from '../result.ts';

const recipients: Readonly<Record<Insolvency['kind'], string>> = {
  safeguard: 'mandataire judiciaire',
  reorganisation: 'mandataire judiciaire',
  liquidation: 'liquidateur',
};

/** To whom a claim is declared (C. com. L622-24, L641-3): « mandataire judiciaire » or « liquidateur ». */
export const declarationRecipient = (kind: Insolvency['kind']): string => recipients[kind];

/** « 11/11/2026 (reporté au 12/11/2026, le 11 n’étant pas ouvré) »: the safe day first. */
export const deadlineText = ({ raw, extended }: ProceduralDeadline): string =>
  raw === extended
    ? formatDay(raw)
    : `${formatDay(raw)} (jour non ouvré, le délai court en droit jusqu’au ${formatDay(extended)})`;

const daysText = (days: number): string => (days === 1 ? '1\u00A0jour' : `${days}\u00A0jours`);

/** « Plus que 7 jours », « Dernier jour »; undefined while more than 30 days are left. */
const countdown = (state: Extract<ClaimDeclaration, { readonly kind: 'open' }>): string | undefined => {
  if (state.alarm === undefined) return undefined;
  return state.daysLeft === 0 ? 'Dernier jour' : `Plus que ${daysText(state.daysLeft)}`;
};

/**
 * Where the declaration stands, in one or two French sentences.
 * @param owedCents open on the earlier invoices, without interest; 0 where the amount is not told.
 */
export const declarationSentence = (
  state: ClaimDeclaration,
  kind: Insolvency['kind'],
  owedCents: Cents = zeroCents,
): string => {
  const what = owedCents > 0 ? `${formatAmount(owedCents)} de factures` : 'la créance';
  const to = `au ${declarationRecipient(kind)}`;
  switch (state.kind) {
    case 'declared':
      return `Créance déclarée le ${formatDay(state.on)}.`;
    case 'unpublished':
      return `Indiquez la date de publication au BODACC\u00A0: le délai de deux mois pour déclarer ${what} ${to} court de ce jour.`;
    case 'untabled':
      return 'Le délai de déclaration n’est pas connu pour une publication aussi ancienne.';
    case 'open': {
      const left = countdown(state);
      const until = `au plus tard le ${deadlineText(state.deadline)}`;
      const distant =
        state.distantDeadline === undefined
          ? ''
          : ` Deux mois de plus, soit ${formatDay(state.distantDeadline.raw)}, si le tribunal siège en métropole.`;
      if (left === undefined)
        return `${owedCents > 0 ? `${what} à déclarer` : 'Créance à déclarer'} ${to} ${until}, dans ${daysText(state.daysLeft)}.${distant}`;
      // From a week on, what counts is said as well: the day of dispatch, not of arrival.
      const advice =
        state.alarm === 2 || state.alarm === 7 ? ' La date d’envoi compte\u00A0: gardez-en la preuve.' : '';
      return `${left} pour déclarer ${what} ${to}, ${until}.${advice}${distant}`;
    }
    case 'late':
    case 'barred': {
      const { raw } = state.reliefUntil;
      const relief =
        state.kind === 'late'
          ? `relevé de forclusion possible jusqu’au ${formatDay(raw)} (six mois, C.\u00A0com. L622-26), par requête au juge-commissaire`
          : `le relevé de forclusion n’est plus possible depuis le ${formatDay(raw)} (C.\u00A0com. L622-26)`;
      const distant =
        state.distantDeadline === undefined
          ? ''
          : ` Si le tribunal siège en métropole, votre délai court jusqu’au ${formatDay(state.distantDeadline.raw)}.`;
      return `Délai de déclaration terminé le ${formatDay(state.deadline.extended)}\u00A0: ${relief}.${distant}`;
    }
    default:
      return unreachable(state);
  }
};

/** True when the declaration needs the user now: 15 days or less, or too late but not lost yet. */
export const isDeclarationPressing = (state: ClaimDeclaration): boolean =>
  state.kind === 'late' || (state.kind === 'open' && state.alarm !== undefined && state.alarm <= 15);
