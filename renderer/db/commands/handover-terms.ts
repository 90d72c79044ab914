import type { Day } from '../../../shared/dates/day.ts';
import type { Refusal } from '../../../shared/ledger/decision.ts';
import type { Collector, CollectorFee } from '../../../shared/ledger/handover.ts';
import type { HandoverTerms } from '../../../shared/ledger/handover-changes.ts';
import { feeVatOf } from '../../../shared/ledger/handover-fee.ts';

/** Characters of a note on a hand-over. */
export const longestNote = 2000;

const feeRefusal = (fee: CollectorFee): Refusal | undefined => {
  if (fee.kind === 'fixed' && fee.cents <= 0)
    return { kind: 'fee', message: 'La rémunération doit être supérieure à zéro.' };
  if (
    fee.kind === 'share' &&
    (!Number.isInteger(fee.basisPoints) || fee.basisPoints <= 0 || fee.basisPoints > 10_000)
  )
    return { kind: 'fee', message: 'La part doit être comprise entre 0 et 100\u00A0%.' };
  const vat = feeVatOf(fee);
  if (!Number.isInteger(vat) || vat < 0 || vat > 10_000)
    return { kind: 'fee', message: 'Le taux de TVA doit être compris entre 0 et 100\u00A0%.' };
  return undefined;
};

/** A collector as kept: without outer spaces and empty fields. */
export const cleaned = ({ kind, name, address, email, phone }: Collector): Collector => {
  const [written, called] = [email?.trim() ?? '', phone?.trim() ?? ''];
  return {
    kind,
    name: name.trim(),
    ...(address === undefined ? {} : { address }),
    ...(written === '' ? {} : { email: written }),
    ...(called === '' ? {} : { phone: called }),
  };
};

/** Refuses terms that cannot be: no name, a day to come, a note too long, no such fee. */
export const termsRefusal = (
  { collector, handedOverOn, fee, note }: HandoverTerms,
  today: Day,
): Refusal | undefined => {
  if (collector.name === '') return { kind: 'no-name', message: 'Indiquez à qui vous confiez le dossier.' };
  if (handedOverOn > today) return { kind: 'future', message: 'La date de remise est dans le futur.' };
  if (note.length > longestNote)
    return { kind: 'too-long', message: 'La note compte 2\u202F000 caractères au plus.' };
  return feeRefusal(fee);
};
