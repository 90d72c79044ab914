import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import type { BankLineKind } from '../../shared/importing/bank-line-kind.ts';
import { chance } from './payment-truth-chance.ts';
import type { DrawnLedger } from './payment-truth-ledger.ts';
import { inCapitals, inventClient } from './payment-truth-names.ts';

export interface StrangeCredit {
  readonly name: string;
  readonly text: string;
  readonly amountCents: number;
  readonly kind: BankLineKind;
}

/** The bank's code tells it in four cases of five; else it looks like any receipt. */
const told = (random: Random, kind: BankLineKind): BankLineKind => (chance(random, 0.8) ? kind : 'receipt');

/**
 * Money that settles no open invoice: own transfers, refunds, card settlements, taxes, loans, people whom the
 * ledger does not know (a third of them with the amount of an open invoice), former clients who quote an
 * invoice that was paid long ago, and clients who send money for other reasons.
 */
export const strangeCredit = (random: Random, ledger: DrawnLedger): StrangeCredit => {
  const amountCents = wholeBetween(random, 1000, 400_000);
  const someone = pick(random, ledger.clients);
  const anAmount = pick(random, someone.invoices).totalCents;
  const draw = random();
  if (draw < 0.14)
    return {
      name: 'COMPTE EPARGNE',
      text: 'VIREMENT INTERNE',
      amountCents: wholeBetween(random, 5, 200) * 10_000,
      kind: told(random, 'own-transfer'),
    };
  if (draw < 0.3)
    return {
      name: pick(random, [
        'AMAZON EU',
        'EDF ENTREPRISES',
        'ORANGE BUSINESS',
        'LOXAM',
        'POINT P',
        'MAAF ASSURANCES',
      ]),
      text: `REMBOURSEMENT ${wholeBetween(random, 1000, 99_999)}`,
      amountCents,
      kind: told(random, 'refund'),
    };
  if (draw < 0.45)
    return {
      name: '',
      text: `REMISE CB ${wholeBetween(random, 1000, 9999)} NB 00${wholeBetween(random, 10, 99)}`,
      amountCents,
      kind: 'card-settlement',
    };
  if (draw < 0.53)
    return {
      name: pick(random, ['DGFIP', 'URSSAF', 'CPAM', 'POLE EMPLOI', 'BPIFRANCE']),
      text: pick(random, ['REMB CREDIT TVA 052026', 'IJ SUBROGATION', 'AIDE EMBAUCHE', 'DEBLOCAGE PRET']),
      amountCents,
      kind: 'receipt',
    };
  if (draw < 0.86) {
    const stranger = inventClient(random);
    return {
      name: inCapitals(stranger.name),
      text: pick(random, [
        'VIREMENT',
        `FACTURE ${pick(random, ledger.paidNumbers)}`,
        `DEVIS ${wholeBetween(random, 1, 900)}`,
        `ACOMPTE COMMANDE ${wholeBetween(random, 100, 9999)}`,
        '',
      ]),
      amountCents: chance(random, 0.33) ? anAmount : amountCents,
      kind: 'receipt',
    };
  }
  return {
    name: inCapitals(someone.name),
    text: pick(random, [
      'REMBOURSEMENT AVOIR',
      'LOYER',
      'CAUTION',
      'REMBOURSEMENT TROP PERCU',
      'PARTICIPATION SALON',
    ]),
    amountCents,
    kind: 'receipt',
  };
};
