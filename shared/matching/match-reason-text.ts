import { formatDay } from '../dates/format-day.ts';
import type { BankLineKind } from '../importing/bank-line-kind.ts';
import { formatRate } from '../law/format-rate.ts';
import { formatAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import { unreachable } from '../result.ts';
import type { MatchReason } from './match-contract.ts';

/** What a movement is, as a French sentence says it after « c’est ». */
const movementKindNames: Readonly<Record<BankLineKind, string>> = {
  receipt: 'un encaissement',
  'card-settlement': 'une remise de cartes bancaires',
  'cheque-deposit': 'une remise de chèques',
  'own-transfer': 'un virement entre vos comptes',
  refund: 'un remboursement',
  'returned-debit': 'un prélèvement ou un chèque impayé',
  'rejected-transfer': 'un virement rejeté',
  fees: 'des frais bancaires',
  'other-debit': 'une dépense',
};

const quoted = (text: string): string => `«\u00A0${text.replace(/\s+/g, ' ').trim()}\u00A0»`;

const percent = (share: number): string => `${String(share).replace('.', ',')}\u00A0%`;

const numbersNamed = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `Le numéro ${numbers.join('')} figure dans le libellé.`
    : `Les numéros ${numbers.slice(0, -1).join(', ')} et ${numbers.at(-1) ?? ''} figurent dans le libellé.`;

const digitsNamed = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `Le libellé contient des chiffres du numéro ${numbers.join('')}.`
    : `Le libellé contient des chiffres des numéros ${numbers.slice(0, -1).join(', ')} et ${numbers.at(-1) ?? ''}.`;

const delay = (days: number): string => {
  if (days === 0) return 'le jour de l’échéance';
  return days > 0
    ? `${counted(days, 'jour', 'jours')} après l’échéance`
    : `${counted(-days, 'jour', 'jours')} avant l’échéance`;
};

/** One French sentence for a reason, with its full stop; amounts and names in it keep together. */
export const matchReasonText = (reason: MatchReason): string => {
  switch (reason.kind) {
    case 'creditor-reference':
      return `La référence ${reason.reference} figure dans le libellé.`;
    case 'invoice-number':
      return reason.isPartial ? digitsNamed(reason.numbers) : numbersNamed(reason.numbers);
    case 'order-reference':
      return `Le numéro de commande ${reason.reference} figure dans le libellé.`;
    case 'exact-amount':
      return 'Le montant est exactement celui de la facture.';
    case 'only-invoice-of-amount':
      return 'Aucune autre facture ouverte n’est de ce montant.';
    case 'sum-of-invoices':
      return `Le montant est la somme de ${counted(reason.count, 'facture', 'factures')}.`;
    case 'whole-account':
      return 'C’est tout ce que le client doit.';
    case 'part-payment':
      return reason.percent === undefined
        ? 'C’est un paiement partiel.'
        : `Le montant est ${percent(reason.percent)} de la facture.`;
    case 'announced-amount':
      return `Ce montant était annoncé pour le ${formatDay(reason.on)}.`;
    case 'early-payment-discount':
      return `L’escompte de ${formatRate(reason.basisPoints)} a été déduit dans le délai.`;
    case 'bank-fees':
      return `Il manque ${formatAmount(reason.cents)}\u00A0: des frais bancaires, dans la tolérance de vos réglages.`;
    case 'rounding':
      return `L’écart n’est que de ${formatAmount(reason.cents)}.`;
    case 'credit-deducted':
      return `Le client a déduit ses ${formatAmount(reason.cents)} d’avoir ou d’avance.`;
    case 'overpayment':
      return `Il reste ${formatAmount(reason.cents)} d’avance sur le compte du client.`;
    case 'client-name':
      return reason.likeness >= 0.995
        ? `Le nom ${quoted(reason.written)} est celui du client.`
        : `Le nom ${quoted(reason.written)} ressemble à celui du client.`;
    case 'known-payer-name':
      return `Le client a déjà payé sous le nom ${quoted(reason.written)} (confirmé ${counted(reason.confirmations, 'fois', 'fois')}).`;
    case 'known-iban':
      return 'Le compte du payeur est connu pour être celui du client.';
    case 'usual-delay':
      return `Ce client paie d’ordinaire ${delay(reason.days)}.`;
    case 'legal-order':
      return 'Rien ne dit ce qui est payé\u00A0: d’abord les dettes échues, puis les plus anciennes (C.\u00A0civ., art.\u00A01342-10).';
    case 'already-recorded':
      return `Vous avez déjà noté ce règlement au ${formatDay(reason.on)}.`;
    case 'cheques-deposited':
      return `La remise est la somme de ${counted(reason.count, 'chèque noté', 'chèques notés')}.`;
    case 'returns-payment':
      return `Ce mouvement annule le règlement du ${formatDay(reason.on)}.`;
    case 'collector-name':
      return reason.isSure
        ? `Le virement vient de ${reason.collector}, à qui le dossier est confié.`
        : `Le nom ${quoted(reason.written)} ressemble à celui de ${reason.collector}, à qui le dossier est confié.`;
    case 'collector-reference':
      return `La référence du dossier confié (${reason.reference}) figure dans le libellé.`;
    case 'collector-terms':
      return `${formatAmount(reason.grossCents)} payés par le client, moins ${formatAmount(reason.feeCents)} d’honoraires${reason.vatCents === 0 ? '' : `\u00A0HT et ${formatAmount(reason.vatCents)} de TVA`}, font ${formatAmount(reason.netCents)}.`;
    case 'collected-invoices':
      if (reason.isAll) return 'Le client a payé tout ce qui reste dû du dossier confié.';
      return reason.count === 1
        ? 'Le client a payé exactement ce que doit la facture.'
        : `Le client a payé exactement ${counted(reason.count, 'facture', 'factures')} du dossier confié.`;
    case 'fee-differs':
      return `Les honoraires s’écartent de ${formatAmount(reason.cents)} de ce qui est convenu.`;
    case 'fee-apart':
      return 'Rien n’est gardé sur ce virement\u00A0: à vérifier, le tiers facture peut-être ses honoraires à part.';
    case 'near-number':
      return `Le libellé cite ${quoted(reason.written)}, à un chiffre près le numéro de la facture.`;
    case 'several-clients':
      return `${counted(reason.count, 'client', 'clients')} peuvent être le payeur\u00A0: à vérifier.`;
    case 'several-combinations':
      return 'D’autres factures donneraient le même montant\u00A0: à vérifier.';
    case 'amount-differs':
      return `Il reste ${formatAmount(reason.cents)} à payer.`;
    case 'other-number-quoted':
      return 'Le libellé cite aussi un autre numéro\u00A0: à vérifier.';
    case 'other-purpose':
      return `Le libellé parle d’autre chose (${quoted(reason.written)})\u00A0: à vérifier.`;
    case 'settled-invoice-named':
      return reason.numbers.length === 1
        ? `La facture ${reason.numbers.join('')} est déjà réglée\u00A0: c’est peut-être un double paiement.`
        : `Les factures ${reason.numbers.join(', ')} sont déjà réglées\u00A0: c’est peut-être un double paiement.`;
    case 'insolvent-client':
      return 'Une procédure collective est ouverte\u00A0: une créance antérieure au jugement ne peut plus être payée (C.\u00A0com., art.\u00A0L622-7).';
    case 'no-customer-receipt':
      return `D’après la banque, c’est ${movementKindNames[reason.movement]}.`;
    default:
      return unreachable(reason);
  }
};

/** True for a reason that speaks against a proposal: shown apart, as what to check. */
export const isDoubt = ({ kind }: MatchReason): boolean =>
  kind === 'several-clients' ||
  kind === 'several-combinations' ||
  kind === 'other-number-quoted' ||
  kind === 'settled-invoice-named' ||
  kind === 'other-purpose' ||
  kind === 'insolvent-client' ||
  kind === 'no-customer-receipt';
