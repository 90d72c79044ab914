import type { ProcedureSheet } from '../ipc/procedure-sheet-contract.ts';
import type { PageDocument } from '../letters/page-node.ts';
import { casePaperDocument } from './case-paper-document.ts';

/** Data of a procedure on paper, each value above its source: notes to fill a form from, never the form itself. */
export const procedureSheetDocument = ({ title, sections, ...parties }: ProcedureSheet): PageDocument =>
  casePaperDocument({
    ...parties,
    title: `Données\u00A0: ${title}`,
    lead: 'Notes pour remplir le formulaire, à vérifier avec votre conseil ou le greffe\u00A0: ce n’est pas la requête.',
    blocks: sections.map((section) => ({ kind: 'fields', ...section })),
  });
