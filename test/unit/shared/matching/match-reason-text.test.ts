import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { MatchReason } from '../../../../shared/matching/match-contract.ts';
import { isDoubt, matchReasonText } from '../../../../shared/matching/match-reason-text.ts';
import { cents } from '../../../../shared/money/cents.ts';

const on = day('2026-06-10');

const all: readonly (readonly [MatchReason, string])[] = [
  [{ kind: 'creditor-reference', reference: 'RF12A' }, 'La référence RF12A figure dans le libellé.'],
  [{ kind: 'invoice-number', numbers: ['FA1'] }, 'Le numéro FA1 figure dans le libellé.'],
  [
    { kind: 'invoice-number', numbers: ['FA1', 'FA2', 'FA3'] },
    'Les numéros FA1, FA2 et FA3 figurent dans le libellé.',
  ],
  [
    { kind: 'invoice-number', numbers: ['FA1'], isPartial: true },
    'Le libellé contient des chiffres du numéro FA1.',
  ],
  [
    { kind: 'invoice-number', numbers: ['FA1', 'FA2'], isPartial: true },
    'Le libellé contient des chiffres des numéros FA1 et FA2.',
  ],
  [{ kind: 'order-reference', reference: 'BC1' }, 'Le numéro de commande BC1 figure dans le libellé.'],
  [{ kind: 'exact-amount' }, 'Le montant est exactement celui de la facture.'],
  [{ kind: 'sum-of-invoices', count: 3 }, 'Le montant est la somme de 3\u00A0factures.'],
  [{ kind: 'whole-account' }, 'C’est tout ce que le client doit.'],
  [{ kind: 'part-payment', percent: 30 }, 'Le montant est 30\u00A0% de la facture.'],
  [{ kind: 'part-payment' }, 'C’est un paiement partiel.'],
  [{ kind: 'announced-amount', on }, 'Ce montant était annoncé pour le 10/06/2026.'],
  [
    { kind: 'early-payment-discount', basisPoints: 200 },
    'L’escompte de 2,00\u00A0% a été déduit dans le délai.',
  ],
  [
    { kind: 'bank-fees', cents: cents(1300) },
    'Il manque 13,00\u00A0€\u00A0: des frais bancaires, dans la tolérance de vos réglages.',
  ],
  [{ kind: 'rounding', cents: cents(1) }, 'L’écart n’est que de 0,01\u00A0€.'],
  [
    { kind: 'client-name', written: 'DUPONT', likeness: 1 },
    'Le nom «\u00A0DUPONT\u00A0» est celui du client.',
  ],
  [
    { kind: 'client-name', written: 'DUPOND', likeness: 0.9 },
    'Le nom «\u00A0DUPOND\u00A0» ressemble à celui du client.',
  ],
  [{ kind: 'usual-delay', days: 12 }, 'Ce client paie d’ordinaire 12\u00A0jours après l’échéance.'],
  [{ kind: 'usual-delay', days: 0 }, 'Ce client paie d’ordinaire le jour de l’échéance.'],
  [{ kind: 'usual-delay', days: -1 }, 'Ce client paie d’ordinaire 1\u00A0jour avant l’échéance.'],
  [
    { kind: 'collector-name', written: 'RECOUVRA', collector: 'Recouvra', isSure: true },
    'Le virement vient de Recouvra, à qui le dossier est confié.',
  ],
  [
    { kind: 'collector-name', written: 'RECOUVR', collector: 'Recouvra', isSure: false },
    'Le nom «\u00A0RECOUVR\u00A0» ressemble à celui de Recouvra, à qui le dossier est confié.',
  ],
  [
    {
      kind: 'collector-terms',
      grossCents: cents(30_000),
      feeCents: cents(3_000),
      vatCents: cents(600),
      netCents: cents(26_400),
    },
    '300,00\u00A0€ payés par le client, moins 30,00\u00A0€ d’honoraires\u00A0HT et 6,00\u00A0€ de TVA, font 264,00\u00A0€.',
  ],
  [
    {
      kind: 'collector-terms',
      grossCents: cents(30_000),
      feeCents: cents(3_000),
      vatCents: cents(0),
      netCents: cents(27_000),
    },
    '300,00\u00A0€ payés par le client, moins 30,00\u00A0€ d’honoraires, font 270,00\u00A0€.',
  ],
  [
    { kind: 'collected-invoices', count: 2, isAll: false },
    'Le client a payé exactement 2\u00A0factures du dossier confié.',
  ],
  [
    { kind: 'fee-differs', cents: cents(1) },
    'Les honoraires s’écartent de 0,01\u00A0€ de ce qui est convenu.',
  ],
  [{ kind: 'already-recorded', on }, 'Vous avez déjà noté ce règlement au 10/06/2026.'],
  [{ kind: 'several-clients', count: 2 }, '2\u00A0clients peuvent être le payeur\u00A0: à vérifier.'],
  [
    { kind: 'other-purpose', written: 'LOYER' },
    'Le libellé parle d’autre chose («\u00A0LOYER\u00A0»)\u00A0: à vérifier.',
  ],
  [{ kind: 'amount-differs', cents: cents(100) }, 'Il reste 1,00\u00A0€ à payer.'],
  [{ kind: 'no-customer-receipt', movement: 'refund' }, 'D’après la banque, c’est un remboursement.'],
];

it.each(all)('%j', (reason, text) => {
  expect(matchReasonText(reason)).toBe(text);
});

it('the law is named where it decides', () => {
  expect(matchReasonText({ kind: 'legal-order' })).toContain('1342-10');
  expect(matchReasonText({ kind: 'insolvent-client' })).toContain('L622-7');
});

it('what must be checked is told from what speaks for a proposal', () => {
  expect(isDoubt({ kind: 'several-clients', count: 2 })).toBe(true);
  expect(isDoubt({ kind: 'insolvent-client' })).toBe(true);
  expect(isDoubt({ kind: 'exact-amount' })).toBe(false);
});
