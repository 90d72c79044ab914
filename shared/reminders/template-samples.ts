import type { ClientLanguage } from '../ledger/client-language.ts';
import { sampleValues, type TemplateFieldName } from './template-fields.ts';

type SampleValues = Readonly<Record<TemplateFieldName, string | number | undefined>>;

/** What reads otherwise in English; names, numbers and addresses stay. */
const english: Partial<Record<TemplateFieldName, string>> = {
  client: 'Harper & Lowe Ltd',
  contact: 'Emma Harper',
  factures_liste: '–\u00A0Invoice no.\u00A0F-102 of 1 October 2026, due on 31 October 2026: €1,234.56',
  date_emission: '1 October 2026',
  date_echeance: '31 October 2026',
  montant: '€1,234.56',
  reste_a_payer: '€1,234.56',
  total: '€1,234.56',
  montant_conteste: '€200.00',
  a_deduire: '€120.00',
  penalites: '€12.34',
  indemnite: '€40.00',
  total_avec_penalites: '€1,286.90',
  date_limite: '2 December 2026',
  delai_accorde: '8\u00A0days',
  relance_precedente: 'our reminder of 9 November 2026',
  paiement:
    'By bank transfer: IBAN FR76 3000 6000 0112 3456 7890 189\nAccount holder: Atelier Dupré SARL\nReference to quote: F-102',
  telephone: '+33\u00A04\u00A078\u00A000\u00A000\u00A000',
  par_courrier: 'yes',
  date_du_jour: '22 November 2026',
};

/** Values for a preview without a client, in the language of the text; only a letter has « par_courrier ». */
export const sampleMessageValues = (onPaper: boolean, language: ClientLanguage): SampleValues => ({
  ...sampleValues(),
  ...(language === 'en' ? english : {}),
  ...(onPaper ? {} : { par_courrier: undefined }),
});
