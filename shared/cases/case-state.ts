import type { LegalCase } from '../ledger/legal-case.ts';

/** Columns of the board. */
export type CaseState = 'preparing' | 'ready' | 'filed' | 'title' | 'closed';

export const caseStateNames: Readonly<Record<CaseState, string>> = {
  preparing: 'En préparation',
  ready: 'Prêts',
  filed: 'Déposés',
  title: 'Titre obtenu',
  closed: 'Clos',
};

export const caseStates = Object.keys(caseStateNames) as readonly CaseState[];

/** Where a case stands; ready once its procedure is chosen and a file was made for it. */
export const caseState = ({ closed, dates, filedOn, procedure, documents }: LegalCase): CaseState => {
  if (closed) return 'closed';
  if (dates?.titleOn !== undefined) return 'title';
  if (filedOn !== undefined) return 'filed';
  return procedure !== undefined && documents.length > 0 ? 'ready' : 'preparing';
};
