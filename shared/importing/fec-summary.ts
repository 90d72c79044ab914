import { formatDay } from '../dates/format-day.ts';
import { sumCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import type { FecImportPlan } from './fec-plan.ts';
import { importSummaryFrench } from './import-summary.ts';

/**
 * The dry run of a file of entries in one sentence: « 5 factures, 1 avoir, 4 clients, 6 660,00 € ouverts,
 * 1 800,00 € à affecter, 2 factures soldées depuis ».
 */
export const fecSummaryFrench = (plan: FecImportPlan): string => {
  const { newCredits, settlements } = plan.accounting;
  const waiting = sumCents(newCredits.map(({ cents }) => cents));
  const settled = settlements.filter(({ isChosen }) => isChosen).length;
  return [
    importSummaryFrench(plan.summary),
    ...(waiting > 0 ? [`${formatAmount(waiting)} à affecter`] : []),
    ...(settled > 0 ? [counted(settled, 'facture soldée depuis', 'factures soldées depuis')] : []),
  ].join(', ');
};

const nbsp = '\u00a0';

/** What the user should know about a plan beside its rows; French sentences. */
export const fecRemarksFrench = (plan: FecImportPlan): readonly string[] => {
  const {
    otherSiren,
    newerOn,
    settlements,
    doubtful,
    withdrawals,
    differenceCents,
    isTooPartialToSettle,
    offsetCents,
    facts,
    knownCredits,
  } = plan.accounting;
  const unsure = settlements.filter(({ evidence }) => evidence === 'absent').length;
  const until = facts.lastOn === undefined ? '' : ` au ${formatDay(facts.lastOn)}`;
  return [
    ...(otherSiren !== undefined
      ? [
          `Ce fichier porte le SIREN ${otherSiren}, qui n’est pas celui de votre société. Vérifiez que c’est bien le vôtre${nbsp}: aucune facture ne sera soldée d’après lui.`,
        ]
      : []),
    ...(newerOn !== undefined
      ? [
          `Un fichier plus récent, jusqu’au ${formatDay(newerOn)}, a déjà été importé. Celui-ci${until === '' ? '' : `, arrêté${until},`} rouvrirait des factures réglées depuis${nbsp}: importez plutôt un export récent.`,
        ]
      : []),
    ...(differenceCents !== 0
      ? [
          `Les comptes 411 du fichier diffèrent de ${formatAmount(differenceCents)} de ce qui a pu en être lu.`,
        ]
      : []),
    ...(isTooPartialToSettle
      ? [
          `Le fichier n’est pas complet${nbsp}: aucune facture d’un import précédent ne sera soldée d’après lui.`,
        ]
      : []),
    ...(offsetCents > 0
      ? [
          `${formatAmount(offsetCents)} de reports à nouveau sont réglés par des crédits lettrés avec l’exercice précédent.`,
        ]
      : []),
    ...(unsure > 0
      ? [
          `${counted(unsure, 'facture d’un import précédent n’est plus dans la comptabilité', 'factures d’un import précédent ne sont plus dans la comptabilité')}${until}, sans lettrage qui le prouve${nbsp}: à vous de dire si elles sont soldées.`,
        ]
      : []),
    ...(doubtful.length > 0
      ? [
          `${counted(doubtful.length, 'client douteux (compte 416) ne sera pas relancé', 'clients douteux (compte 416) ne seront pas relancés')}${nbsp}: ${doubtful.map(({ name }) => name).join(', ')}.`,
        ]
      : []),
    ...(withdrawals.length > 0
      ? [
          `${counted(withdrawals.length, 'crédit qui attendait n’est plus', 'crédits qui attendaient ne sont plus')} dans la comptabilité et ${withdrawals.length > 1 ? 'seront repris' : 'sera repris'}.`,
        ]
      : []),
    ...(knownCredits > 0
      ? [
          `${counted(knownCredits, 'règlement du fichier est déjà', 'règlements du fichier sont déjà')} dans Acquit.`,
        ]
      : []),
  ];
};
