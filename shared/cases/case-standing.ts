import { legalParametersOf } from '../claims/legal-parameters.ts';
import type { Day } from '../dates/day.ts';
import { type LegalParameters, type ParameterName, parameterOn } from '../law/parameters.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CaseFacts, LegalCase } from '../ledger/legal-case.ts';
import { type CaseFigures, caseFigures } from './case-figures.ts';
import { casePieces } from './case-pieces.ts';
import { isMerchantByForm } from './merchant-form.ts';

/** All that the conditions of a procedure are held against. */
export interface CaseStanding {
  readonly figures: CaseFigures;
  /** The user's answers, completed by disputes, pieces and legal forms where they tell. */
  readonly facts: CaseFacts;
  readonly bothMerchants: boolean | undefined;
  readonly today: Day;
  readonly parameters: LegalParameters;
}

/** What the forms say where the user has not answered; an answer always goes over them. */
const completedFacts = (facts: CaseFacts, companyForm: string, client: Client): CaseFacts => {
  const debtor = facts.debtorIsMerchant ?? (client.regime === 'b2b' ? isMerchantByForm(client.name) : false);
  const creditor = facts.creditorIsMerchant ?? isMerchantByForm(companyForm);
  return {
    ...facts,
    ...(debtor === undefined ? {} : { debtorIsMerchant: debtor }),
    ...(creditor === undefined ? {} : { creditorIsMerchant: creditor }),
  };
};

const both = ({ debtorIsMerchant, creditorIsMerchant }: CaseFacts): boolean | undefined => {
  if (debtorIsMerchant === false || creditorIsMerchant === false) return false;
  return debtorIsMerchant === undefined || creditorIsMerchant === undefined ? undefined : true;
};

/** Whether creditor and debtor are both commerçants, by the answers and the legal forms; undefined = not known yet. */
export const areBothMerchants = (
  ledger: Ledger,
  { clientId, facts }: Pick<LegalCase, 'clientId' | 'facts'>,
): boolean | undefined => {
  const client = ledger.clients.get(clientId);
  return client && both(completedFacts(facts, settingsOf(ledger, 'company').legalForm, client));
};

/** What disputes and pieces say: an open dispute contests, a signed contract among the pieces is in writing. */
const recordedFacts = (
  ledger: Ledger,
  legalCase: Pick<LegalCase, 'clientId' | 'invoiceIds'>,
): Pick<CaseFacts, 'isContested' | 'hasWrittenContract'> => {
  const invoices = new Set(legalCase.invoiceIds);
  const isDisputed = [...ledger.disputes.values()].some(
    ({ invoiceId, resolvedOn }) => resolvedOn === undefined && invoices.has(invoiceId),
  );
  const hasContract = casePieces(ledger, legalCase).some(({ kind }) => kind === 'contract');
  return {
    ...(isDisputed ? { isContested: true } : {}),
    ...(hasContract ? { hasWrittenContract: true } : {}),
  };
};

/** The case as it stands on a day; undefined where its client is gone. */
export const caseStanding = (
  ledger: Ledger,
  legalCase: Pick<LegalCase, 'clientId' | 'invoiceIds' | 'facts'>,
  today: Day,
): CaseStanding | undefined => {
  const figures = caseFigures(ledger, legalCase, today);
  if (!figures) return undefined;
  const answered = { ...recordedFacts(ledger, legalCase), ...legalCase.facts };
  const facts = completedFacts(answered, settingsOf(ledger, 'company').legalForm, figures.client);
  return { figures, facts, bothMerchants: both(facts), today, parameters: legalParametersOf(ledger) };
};

/** A figure of law on the day of the case; undefined where the table has none for it. */
export const lawOn = ({ parameters, today }: CaseStanding, name: ParameterName): number | undefined => {
  const found = parameterOn(parameters, name, today);
  return found.ok ? found.value.value : undefined;
};
