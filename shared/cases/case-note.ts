import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { collectorKindNames, handoverOutcomeNames } from '../ledger/collector-names.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import { disputeReasonNames } from '../ledger/timeline-title.ts';
import { formatAmount } from '../money/format-amount.ts';
import { procedureNames, procedureStatusNames } from './case-names.ts';
import type { CasePaper, PaperBlock, PaperField } from './case-paper.ts';
import type { CaseStanding } from './case-standing.ts';
import { creditorFields, debtorFields } from './party-text.ts';
import { type ProcedureAdvice, procedureAdvice } from './procedure-advice.ts';
import { amountFields, conditionFields, courseFields, orderRegimeFields } from './procedure-fields.ts';

const shortly = ({ conditions, status }: ProcedureAdvice): string => {
  const obstacle = conditions.find(
    ({ isRequired, state }) => isRequired && state === (status === 'closed' ? 'not-met' : 'unknown'),
  );
  return obstacle
    ? `${procedureStatusNames[status]}\u00A0: ${obstacle.label.toLocaleLowerCase('fr')}. ${obstacle.explanation}`
    : `${procedureStatusNames[status]}.`;
};

const limitationFields = ({ figures: { limitation } }: CaseStanding): readonly PaperField[] => [
  limitation
    ? {
        label: 'Dernier jour pour agir',
        value: formatDay(limitation.lastDay),
        source: limitation.reason,
      }
    : { label: 'Dernier jour pour agir', value: 'Non calculé' },
];

/** What a counsel is to know and the debtor may not be told: who contests what, who had the file before. */
const historyFields = (ledger: Ledger, { invoiceIds }: LegalCase): readonly PaperField[] => {
  const wanted = new Set(invoiceIds);
  const disputes = [...ledger.disputes.values()]
    .filter(({ invoiceId }) => wanted.has(invoiceId))
    .map(
      ({ invoiceId, reason, note, disputedCents, openedOn, resolvedOn }): PaperField => ({
        label: `Litige du ${formatDay(openedOn)}`,
        value: `${resolvedOn === undefined ? 'En cours' : `Clos le ${formatDay(resolvedOn)}`}, facture ${ledger.invoices.get(invoiceId)?.number ?? ''}, ${disputedCents === undefined ? 'toute la facture' : formatAmount(disputedCents)}, ${disputeReasonNames[reason]}.`,
        source: note,
      }),
    );
  const handovers = [...ledger.handovers.values()]
    .filter(({ invoiceIds: given }) => given.some((id) => wanted.has(id)))
    .map(
      ({ collector, handedOverOn, reference, ended }): PaperField => ({
        label: `Confié à un tiers le ${formatDay(handedOverOn)}`,
        value: `${collector.name}, ${collectorKindNames[collector.kind].toLocaleLowerCase('fr')}${reference === undefined || reference === '' ? '' : `, réf. ${reference}`}. ${
          ended === undefined
            ? 'Toujours en cours\u00A0: reprenez le dossier avant d’agir.'
            : `Revenu le ${formatDay(ended.on)}, ${handoverOutcomeNames[ended.outcome].toLocaleLowerCase('fr')}${ended.recoveredCents > 0 ? ` (${formatAmount(ended.recoveredCents)})` : ''}.`
        }`,
      }),
    );
  return [...disputes, ...handovers];
};

/**
 * The summary that goes with the file but is no piece of it: amounts, limitation, the procedure with its court,
 * its conditions held against the case, its costs and time limits, the other ways, disputes and collectors before,
 * and what is still missing.
 * @param missing what the file has not, French.
 */
export const caseNote = (
  ledger: Ledger,
  legalCase: LegalCase,
  standing: CaseStanding,
  { today, missing }: { readonly today: Day; readonly missing: readonly string[] },
): CasePaper => {
  const company = settingsOf(ledger, 'company');
  const { client } = standing.figures;
  const { procedures, suggestion } = procedureAdvice(standing);
  const kind = legalCase.procedure ?? suggestion?.kind;
  const chosen = procedures.find((one) => one.kind === kind);
  const fields = (title: string, list: readonly PaperField[]): PaperBlock => ({
    kind: 'fields',
    title,
    fields: list,
  });
  return {
    title: 'Note de synthèse',
    writtenOn: today,
    creditor: company.name,
    debtor: client.name,
    lead: 'Pour votre conseil. Elle n’est pas une pièce\u00A0: ne la communiquez pas au débiteur. Conditions, compétence et délais sont à vérifier avec lui ou avec le greffe.',
    blocks: [
      fields('Montant et ses éléments', amountFields(standing.figures)),
      fields('Prescription', limitationFields(standing)),
      fields('Procédure et juridiction', [
        {
          label: legalCase.procedure === undefined ? 'Procédure suggérée' : 'Procédure choisie',
          value: kind === undefined ? 'À choisir' : procedureNames[kind],
          ...(kind !== undefined && kind === suggestion?.kind
            ? { source: suggestion.reasons.join(' ') }
            : {}),
        },
        ...(kind !== suggestion?.kind && suggestion
          ? [
              {
                label: 'Procédure suggérée',
                value: procedureNames[suggestion.kind],
                source: suggestion.reasons.join(' '),
              },
            ]
          : []),
        ...(chosen ? [{ label: 'Juridiction', value: chosen.court, source: chosen.source }] : []),
      ]),
      ...(chosen
        ? [
            fields(`Conditions\u00A0: ${procedureNames[chosen.kind]}`, conditionFields(chosen)),
            fields(
              'Coûts et délais',
              courseFields(chosen).map(({ label, value }) => ({ label, value })),
            ),
          ]
        : []),
      ...(kind === 'order-for-payment'
        ? [fields('Injonction de payer\u00A0: les deux régimes', orderRegimeFields(standing.parameters))]
        : []),
      fields(
        'Les autres voies',
        procedures
          .filter((one) => one.kind !== kind)
          .map((one) => ({ label: procedureNames[one.kind], value: shortly(one), source: one.source })),
      ),
      fields('Litiges et tiers', historyFields(ledger, legalCase)),
      fields('Créancier', creditorFields(company)),
      fields('Débiteur', debtorFields(client)),
      ...(missing.length === 0
        ? []
        : [
            {
              kind: 'texts' as const,
              title: 'Ce qui manque encore au dossier',
              paragraphs: missing.map((text) => `–\u00A0${text}`),
            },
          ]),
    ],
  };
};
