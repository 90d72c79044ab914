import type { Instant } from '../dates/clock.ts';
import { englishId } from './message-language.ts';
import type { MessageTemplate } from './template.ts';

const shippedAt = '2026-11-22T00:00:00.000Z' as Instant;

/** @param id of the French text that this one stands beside. */
const template = (id: string, name: string, subject: string, body: string): MessageTemplate => ({
  id: englishId(id),
  name: `${name} (anglais)`,
  subject,
  body: body.trim().replace(/'/g, '’'),
  updatedAt: shippedAt,
});

const greeting = 'Hello{% if contact %} {{ contact }}{% endif %},';

const courtesy = template(
  'template-courtesy',
  'Avis avant échéance',
  '{% if nombre_factures == 1 %}Invoice no. {{ numero }}: due on {{ date_echeance }}{% else %}{{ nombre_factures }} invoices falling due: {{ total }}{% endif %}',
  `
${greeting}

To help you plan ahead, here {% if nombre_factures == 1 %}is an invoice that falls{% else %}are the invoices that fall{% endif %} due soon:

{{ factures_liste }}

{{ paiement }}

If you need a document or any information to process {% if nombre_factures == 1 %}it{% else %}them{% endif %}, {% if par_courrier %}contact us{% else %}simply reply to this message{% endif %}: we will be glad to help.

If your payment is already on its way, please disregard {% if par_courrier %}this letter{% else %}this message{% endif %}.

Kind regards,

{{ signature }}
`,
);

const friendly = template(
  'template-friendly',
  'Rappel amical',
  '{% if nombre_factures == 1 %}Invoice no. {{ numero }} due on {{ date_echeance }}: a friendly reminder{% else %}{{ nombre_factures }} invoices overdue, {{ total }}: a friendly reminder{% endif %}',
  `
${greeting}

According to our records, we have not yet received payment of {% if nombre_factures == 1 %}the following invoice{% else %}these {{ nombre_factures }} invoices{% endif %}:

{{ factures_liste }}

This is probably a simple oversight. We would be grateful if you could pay {{ total }} in the next few days.

{{ paiement }}

If you need a copy or a supporting document, or if anything is unclear, {% if par_courrier %}contact us{% else %}simply reply to this message{% endif %}{% if telephone %}{% unless par_courrier %} or call us{% endunless %} on {{ telephone }}{% endif %}: we will be glad to help.

If you have paid in the meantime, please disregard {% if par_courrier %}this letter{% else %}this message{% endif %}.

Kind regards,

{{ signature }}
`,
);

const firm = template(
  'template-firm',
  'Relance ferme',
  '{% if nombre_factures == 1 %}Reminder: invoice no. {{ numero }} due on {{ date_echeance }}, {{ total }} outstanding{% else %}Reminder: {{ nombre_factures }} invoices overdue, {{ total }} outstanding{% endif %}',
  `
${greeting}

{% if relance_precedente %}Further to {{ relance_precedente }}, and unless{% else %}Unless{% endif %} we are mistaken, {% if nombre_factures == 1 %}the following invoice is{% else %}the following {{ nombre_factures }} invoices are{% endif %} still unpaid:

{{ factures_liste }}

Please pay the sum of {{ total }} by {{ date_limite }} at the latest.

{{ paiement }}

If a difficulty or a disagreement is delaying your payment, please let us know now{% unless par_courrier %} by replying to this message{% if telephone %} or{% endif %}{% endunless %}{% if telephone %} by telephone on {{ telephone }}{% endif %}: we will look for a solution with you. Without news from you by that date, we will have to send you a formal notice to pay.

If you have paid in the meantime, please disregard {% if par_courrier %}this letter{% else %}this message{% endif %}.

Yours sincerely,

{{ signature }}
`,
);

const formalSubject =
  'FORMAL NOTICE TO PAY – {% if nombre_factures == 1 %}invoice no. {{ numero }} of {{ date_emission }}{% else %}{{ nombre_factures }} overdue invoices{% endif %}';

const finalSubject =
  'FINAL NOTICE BEFORE PROCEEDINGS – {% if nombre_factures == 1 %}invoice no. {{ numero }} of {{ date_emission }}{% else %}{{ nombre_factures }} overdue invoices{% endif %}';

const unpaidSince =
  '{% if relance_precedente %}Despite {{ relance_precedente }}, and unless{% else %}Unless{% endif %} we are mistaken, {% if nombre_factures == 1 %}the invoice listed below, which fell due on {{ date_echeance }}, remains{% else %}the {{ nombre_factures }} invoices listed below, all of them overdue, remain{% endif %} unpaid, for a principal sum of {{ total }}{% if a_deduire %}, less {{ a_deduire }} of credit notes or payments{% endif %}{% if montant_conteste %}, not counting the disputed amount of {{ montant_conteste }}{% endif %}.';

/** The French term beside the English one: it is under the French Civil Code that the notice has its effect. */
const demand =
  'We hereby give you formal notice to pay (“mise en demeure”, article 1344 of the French Civil Code) the following sums:';

const lateCharges =
  '{% if penalites %} Late-payment interest, owed by operation of law, continues to run until full payment.{% endif %}';

const consumerInterest =
  'From the date of this formal notice the sums owed bear interest at the French legal rate (articles 1231-6 and 1344-1 of the French Civil Code).';

const openToContest =
  'If you contest all or part of this sum, please tell us why in writing before that date. If you are in temporary difficulty, contact us without delay{% if telephone %} on {{ telephone }}{% endif %}: we will look for a solution with you.';

const crossedPayment = 'If you have paid in the meantime, please disregard this message.';

const signedOff = 'Yours faithfully,\n\n{{ signature }}';

const mediation =
  'If we cannot agree, you may turn, free of charge, to the consumer mediator to whom we are affiliated{% if mediateur %}: {{ mediateur }}.{% else %}; the contact details are in our terms and conditions and will be sent to you on request.{% endif %}';

const granted =
  'Payment must reach us within {{ delai_accorde }} of receipt of this notice, that is by {{ date_limite }} at the latest.';

const proceedings =
  'bring the matter before the competent court, in particular by applying for an order to pay (“injonction de payer”)';

const formalNotice = template(
  'template-formal-notice',
  'Mise en demeure',
  formalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${demand}

{{ tableau }}

${granted}${lateCharges}

{{ paiement }}

Failing payment by that date, we reserve the right to suspend our deliveries and services and to ${proceedings}.

${openToContest}

${crossedPayment}

${signedOff}
`,
);

const formalNoticeConsumer = template(
  'template-formal-notice-b2c',
  'Mise en demeure (particulier)',
  formalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${demand}

{{ tableau }}

${granted} ${consumerInterest}

{{ paiement }}

Failing payment by that date, we reserve the right to ${proceedings}.

${openToContest}

${mediation}

${crossedPayment}

${signedOff}
`,
);

const lastDemand =
  'We give you formal notice (“mise en demeure”), for the last time, to pay the following sums:';

const lastGranted = 'Payment must reach us by {{ date_limite }} at the latest.';

const settlement =
  'An amicable settlement, including payment by instalments, remains possible until that date.';

const lastNotice = template(
  'template-last-notice',
  'Dernier avis avant poursuites',
  finalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${lastDemand}

{{ tableau }}

${lastGranted}${lateCharges}

{{ paiement }}

Without payment or a reasoned objection from you by that date, we will, without further notice, ${proceedings}. The costs of the proceedings that the court may order you to bear would then be added to the sums owed.

${settlement} ${openToContest}

${crossedPayment}

${signedOff}
`,
);

const lastNoticeConsumer = template(
  'template-last-notice-b2c',
  'Dernier avis avant poursuites (particulier)',
  finalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${lastDemand}

{{ tableau }}

${lastGranted}

{{ paiement }}

Without payment or a reasoned objection from you by that date, we will ${proceedings}.

${settlement} ${openToContest}

${mediation}

${crossedPayment}

${signedOff}
`,
);

const publicInterest =
  '{% if penalites %} Late-payment interest (“intérêts moratoires”), owed by operation of law, continues to run until the principal is paid.{% endif %}';

const openToContestPublic =
  'If you contest all or part of this sum, please tell us why in writing before that date. If a document is missing from your file, contact us without delay{% if telephone %} on {{ telephone }}{% endif %}: we will send it to you at once.';

const formalNoticePublic = template(
  'template-formal-notice-public',
  'Mise en demeure (organisme public)',
  formalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${demand}

{{ tableau }}

${granted}${publicInterest}

{{ paiement }}

Failing payment by that date, we reserve the right to bring the matter before the competent court.

${openToContestPublic}

${crossedPayment}

${signedOff}
`,
);

const lastNoticePublic = template(
  'template-last-notice-public',
  'Dernier avis avant poursuites (organisme public)',
  finalSubject,
  `
Dear Sir or Madam,

${unpaidSince}

${lastDemand}

{{ tableau }}

${lastGranted}${publicInterest}

{{ paiement }}

Without payment or a reasoned objection from you by that date, we will, without further notice, bring the matter before the competent court.

An amicable settlement, including with the help, free of charge, of the French business mediator (“Médiateur des entreprises”), remains possible until that date. ${openToContestPublic}

${crossedPayment}

${signedOff}
`,
);

const call = template(
  'template-call',
  'Trame d’appel',
  '{% if nombre_factures == 1 %}Call: invoice no. {{ numero }}, {{ total }}{% else %}Call: {{ nombre_factures }} invoices, {{ total }}{% endif %}',
  `
Hello, this is {{ societe }}. I am calling about {% if nombre_factures == 1 %}the following invoice{% else %}these {{ nombre_factures }} invoices{% endif %}:

{{ factures_liste }}

Do you have everything you need to pay {% if nombre_factures == 1 %}it{% else %}them{% endif %}? Is any document missing?

By what date can we expect payment of {{ total }}?
`,
);

const sms = template(
  'template-sms',
  'SMS',
  '{% if nombre_factures == 1 %}Text message: invoice no. {{ numero }}, {{ total }}{% else %}Text message: {{ nombre_factures }} invoices, {{ total }}{% endif %}',
  `
Hello, unless we are mistaken, {% if nombre_factures == 1 %}invoice {{ numero }} of {{ total }} is{% else %}{{ nombre_factures }} invoices, {{ total }} in all, are{% endif %} {% if jours_de_retard %}still to be paid{% else %}due on {{ date_echeance }}{% endif %}. Any question?{% if telephone %} {{ telephone }}.{% else %} Please tell us.{% endif %} Thank you, {{ societe }}
`,
);

const instalment = template(
  'template-instalment',
  'Échéance d’échéancier manquée',
  'Payment plan for {% if nombre_factures == 1 %}invoice no. {{ numero }}{% else %}{{ nombre_factures }} invoices{% endif %}: instalment due on {{ date_echeance }}, {{ total }}',
  `
${greeting}

We agreed on a payment plan for {% if nombre_factures == 1 %}invoice no. {{ numero }} of {{ date_emission }}{% else %}{{ nombre_factures }} invoices{% endif %}. According to our records, the instalment due on {{ date_echeance }} has not reached us: {{ total }} is missing to date.

We would be grateful if you could pay this amount{% if date_limite %} by {{ date_limite }}{% endif %}. The later instalments stay due on the agreed dates.

{{ paiement }}

If anything stands in the way of this payment, please tell us without delay{% unless par_courrier %} by replying to this message{% if telephone %} or{% endif %}{% endunless %}{% if telephone %} by telephone on {{ telephone }}{% endif %}: we will look for a solution with you.

If you have paid in the meantime, please disregard {% if par_courrier %}this letter{% else %}this message{% endif %}.

Kind regards,

{{ signature }}
`,
);

/**
 * The English text of every template of default-templates.ts, for clients abroad: the same steps, tone and
 * law, since the claim stays under French law wherever the client reads it.
 */
export const defaultEnglishTemplates: readonly MessageTemplate[] = [
  courtesy,
  friendly,
  firm,
  formalNotice,
  formalNoticeConsumer,
  formalNoticePublic,
  lastNotice,
  lastNoticeConsumer,
  lastNoticePublic,
  call,
  sms,
  instalment,
];
