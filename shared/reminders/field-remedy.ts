import { templateField } from './template-fields.ts';

/** Where the user fills a field that is empty: his settings, the client, the scenario, or the text itself. */
export type RemedyPlace = 'company' | 'client' | 'scenario' | 'text';

const companyFields: ReadonlySet<string> = new Set([
  'paiement',
  'iban',
  'bic',
  'titulaire',
  'societe',
  'telephone',
  'email',
  'signature',
  'mediateur',
]);

/** The place where the value of a field comes from; `text` for what a message may simply not have. */
export const remedyPlace = (fieldName: string): RemedyPlace => {
  if (companyFields.has(fieldName)) return 'company';
  if (fieldName === 'date_limite' || fieldName === 'delai_accorde') return 'scenario';
  const remedy = templateField(fieldName)?.remedy ?? '';
  return remedy.includes('{%') || remedy === '' ? 'text' : 'client';
};
