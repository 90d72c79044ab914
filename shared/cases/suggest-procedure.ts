import type { ProcedureKind } from '../ledger/legal-case.ts';
import { isDomestic } from '../letters/address-block.ts';
import { figureProblems } from './case-figures.ts';
import type { CaseStanding } from './case-standing.ts';
import type { CaseAdvice, ProcedureAdvice } from './procedure-advice.ts';

type Suggestion = CaseAdvice['suggestion'];

/**
 * The way that costs least and still fits: a declaration where a collective procedure is open; the judge of
 * the merits, mediation first, where the claim is contested; else an order for payment. [CHOICE]
 */
export const suggestProcedure = (
  procedures: readonly ProcedureAdvice[],
  { figures, facts, bothMerchants }: CaseStanding,
): Suggestion => {
  const { client } = figures;
  const statusOf = (kind: ProcedureKind) => procedures.find((one) => one.kind === kind)?.status;
  const isPossible = (kind: ProcedureKind): boolean => statusOf(kind) !== 'closed';
  if (client.insolvency)
    return {
      kind: 'claim-declaration',
      reasons: [
        'Une procédure collective est ouverte\u00A0: la créance antérieure se déclare, elle ne se poursuit plus.',
      ],
    };
  if (client.regime === 'public')
    return {
      kind: 'mediation',
      reasons: [
        'Le débiteur est un organisme public\u00A0: la médiation est gratuite et suspend la prescription.',
      ],
    };
  if (facts.isContested === true) {
    if (!isPossible('summons')) return undefined;
    const asks = 'La créance est contestée\u00A0: seul le juge du fond tranche une contestation.';
    return client.regime === 'b2b'
      ? {
          kind: 'summons',
          reasons: [asks, 'Le médiateur des entreprises, gratuit, peut être essayé d’abord.'],
        }
      : { kind: 'summons', reasons: [asks] };
  }
  // What to advise depends on the sum: nothing is said while it is not known, nor of a debtor abroad.
  if (figureProblems(figures).length > 0 || !isDomestic(client.address?.country)) return undefined;
  if (!isPossible('order-for-payment'))
    return isPossible('summons')
      ? { kind: 'summons', reasons: ['Les autres voies sont fermées à cette créance.'] }
      : undefined;
  return {
    kind: 'order-for-payment',
    reasons: [
      facts.isContested === false
        ? 'La créance n’est pas contestée et son montant est déterminé\u00A0: le juge statue sur pièces.'
        : 'Le montant est déterminé\u00A0: le juge statue sur pièces.',
      'Sans avocat et sans audience\u202F; la voie la moins coûteuse qui mène à un titre.',
      ...(bothMerchants === true && isPossible('uncontested-commercial-claim')
        ? [
            'Entre commerçants, la procédure des créances incontestées est aussi ouverte\u202F; comparez le tarif du commissaire de justice.',
          ]
        : []),
      ...(isPossible('small-claims') && bothMerchants === false
        ? ['Les petites créances sont ouvertes aussi, mais le débiteur doit accepter.']
        : []),
    ],
  };
};
