import type { Instant } from '../dates/clock.ts';
import { frenchSpacing } from './french-spacing.ts';
import type { MessageTemplate } from './template.ts';

const shippedAt = '2026-11-22T00:00:00.000Z' as Instant;

const template = (id: string, name: string, subject: string, body: string): MessageTemplate => ({
  id,
  name,
  subject: frenchSpacing(subject),
  body: frenchSpacing(body.trim()),
  updatedAt: shippedAt,
});

const courtesy = template(
  'template-courtesy',
  'Avis avant échéance',
  '{% if nombre_factures == 1 %}Facture n° {{ numero }} : échéance le {{ date_echeance }}{% else %}{{ nombre_factures }} factures arrivent à échéance : {{ total }}{% endif %}',
  `
Bonjour{% if contact %} {{ contact }}{% endif %},

Pour faciliter votre suivi, nous vous rappelons {% if nombre_factures == 1 %}la prochaine échéance de la facture suivante{% else %}les prochaines échéances des factures suivantes{% endif %} :

{{ factures_liste }}

{{ paiement }}

S'il vous manque un document ou une information pour {% if nombre_factures == 1 %}la{% else %}les{% endif %} traiter, {% if par_courrier %}prenez contact avec nous{% else %}répondez simplement à ce message{% endif %} : nous vous aiderons volontiers.

Si votre règlement est déjà parti, veuillez ne pas tenir compte de {% if par_courrier %}cette lettre{% else %}ce message{% endif %}.

Bien cordialement,

{{ signature }}
`,
);

const friendly = template(
  'template-friendly',
  'Rappel amical',
  '{% if nombre_factures == 1 %}Facture n° {{ numero }} échue le {{ date_echeance }} : petit rappel{% else %}{{ nombre_factures }} factures échues, {{ total }} : petit rappel{% endif %}',
  `
Bonjour{% if contact %} {{ contact }}{% endif %},

Sauf erreur de notre part, le règlement de {% if nombre_factures == 1 %}la facture suivante{% else %}ces {{ nombre_factures }} factures{% endif %} ne nous est pas encore parvenu :

{{ factures_liste }}

Il s'agit sans doute d'un simple oubli. Nous vous remercions de bien vouloir procéder au règlement de {{ total }} dans les prochains jours.

{{ paiement }}

S'il vous manque un duplicata ou un justificatif, ou si un point mérite d'être éclairci, {% if par_courrier %}prenez contact avec nous{% else %}répondez simplement à ce message{% endif %}{% if telephone %} ou appelez-nous au {{ telephone }}{% endif %} : nous vous aiderons volontiers.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de {% if par_courrier %}cette lettre{% else %}ce message{% endif %}.

Bien cordialement,

{{ signature }}
`,
);

const firm = template(
  'template-firm',
  'Relance ferme',
  '{% if nombre_factures == 1 %}Relance : facture n° {{ numero }} échue le {{ date_echeance }}, {{ total }} à régler{% else %}Relance : {{ nombre_factures }} factures échues, {{ total }} à régler{% endif %}',
  `
Bonjour{% if contact %} {{ contact }}{% endif %},

{% if relance_precedente %}Nous revenons vers vous à la suite de {{ relance_precedente }}. {% endif %}Sauf erreur de notre part, {% if nombre_factures == 1 %}la facture suivante reste{% else %}les {{ nombre_factures }} factures suivantes restent{% endif %} à régler :

{{ factures_liste }}

Nous vous demandons de bien vouloir régler la somme de {{ total }} au plus tard le {{ date_limite }}.

{{ paiement }}

Si une difficulté ou un désaccord retarde ce règlement, dites-le-nous dès maintenant{% unless par_courrier %}, en réponse à ce message{% endunless %}{% if telephone %}{% unless par_courrier %} ou{% endunless %} au {{ telephone }}{% endif %} : nous chercherons avec vous une solution. Sans nouvelles de votre part à cette date, nous serons conduits à vous adresser une mise en demeure.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de {% if par_courrier %}cette lettre{% else %}ce message{% endif %}.

Cordialement,

{{ signature }}
`,
);

const formalSubject =
  'MISE EN DEMEURE DE PAYER – {% if nombre_factures == 1 %}facture n° {{ numero }} du {{ date_emission }}{% else %}{{ nombre_factures }} factures échues{% endif %}';

const unpaidSince =
  '{% if relance_precedente %}Malgré {{ relance_precedente }}, et sauf{% else %}Sauf{% endif %} erreur de notre part, {% if nombre_factures == 1 %}la facture détaillée ci-dessous, échue le {{ date_echeance }}, reste impayée à ce jour{% else %}les {{ nombre_factures }} factures détaillées ci-dessous, toutes échues, restent impayées à ce jour{% endif %}, pour un montant en principal de {{ total }}{% if a_deduire %}, après déduction de {{ a_deduire }} d’avoirs ou de règlements{% endif %}{% if montant_conteste %}, hors montant contesté de {{ montant_conteste }}{% endif %}.';

const crossedPayment =
  'Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de cette lettre.';

const closing = 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.';

const openToContest = `Si vous contestez tout ou partie de cette somme, nous vous invitons à nous en faire connaître les motifs par écrit avant cette date. Si vous rencontrez une difficulté passagère, prenez contact avec nous sans attendre{% if telephone %} au {{ telephone }}{% endif %} : nous examinerons avec vous les moyens d'y remédier.`;

const formalNotice = template(
  'template-formal-notice',
  'Mise en demeure',
  formalSubject,
  `
Madame, Monsieur,

${unpaidSince}

Par la présente, nous vous mettons en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir dans un délai de {{ delai_accorde }} à compter de la réception de cette lettre, soit au plus tard le {{ date_limite }}.{% if penalites %} Les pénalités de retard, dues de plein droit, continuent de courir jusqu'au complet paiement.{% endif %}

À défaut de règlement à cette date, nous nous réservons la possibilité de suspendre nos livraisons et prestations et de saisir la juridiction compétente, notamment par une requête en injonction de payer.

${openToContest}

${crossedPayment}

${closing}
`,
);

const lastNotice = template(
  'template-last-notice',
  'Dernier avis avant poursuites',
  'DERNIER AVIS AVANT POURSUITES – {% if nombre_factures == 1 %}facture n° {{ numero }} du {{ date_emission }}{% else %}{{ nombre_factures }} factures échues{% endif %}',
  `
Madame, Monsieur,

${unpaidSince}

Nous vous mettons une dernière fois en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir au plus tard le {{ date_limite }}.{% if penalites %} Les pénalités de retard, dues de plein droit, continuent de courir jusqu'au complet paiement.{% endif %}

Sans règlement ni contestation motivée de votre part à cette date, nous engagerons, sans autre avis, les démarches utiles au recouvrement de notre créance devant la juridiction compétente, notamment par une requête en injonction de payer. Les frais de procédure que le juge mettrait à votre charge s'ajouteraient alors aux sommes dues.

Une solution amiable reste possible jusqu'à cette date, y compris un échelonnement. ${openToContest}

${crossedPayment}

${closing}
`,
);

const mediation =
  'En cas de désaccord persistant, vous pouvez recourir gratuitement au médiateur de la consommation dont nous relevons{% if mediateur %} : {{ mediateur }}.{% else %} ; ses coordonnées figurent dans nos conditions générales et vous seront communiquées sur simple demande.{% endif %}';

const consumerInterest =
  'À compter de cette mise en demeure, les sommes dues portent intérêt au taux légal (articles 1231-6 et 1344-1 du Code civil).';

const formalNoticeConsumer = template(
  'template-formal-notice-b2c',
  'Mise en demeure (particulier)',
  formalSubject,
  `
Madame, Monsieur,

${unpaidSince}

Par la présente, nous vous mettons en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir dans un délai de {{ delai_accorde }} à compter de la réception de cette lettre, soit au plus tard le {{ date_limite }}. ${consumerInterest}

À défaut de règlement à cette date, nous nous réservons la possibilité de saisir la juridiction compétente, notamment par une requête en injonction de payer.

${openToContest}

${mediation}

${crossedPayment}

${closing}
`,
);

const lastNoticeConsumer = template(
  'template-last-notice-b2c',
  'Dernier avis avant poursuites (particulier)',
  lastNotice.subject,
  `
Madame, Monsieur,

${unpaidSince}

Nous vous mettons une dernière fois en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir au plus tard le {{ date_limite }}.

Sans règlement ni contestation motivée de votre part à cette date, nous engagerons les démarches utiles au recouvrement de notre créance devant la juridiction compétente, notamment par une requête en injonction de payer.

Une solution amiable reste possible jusqu'à cette date, y compris un échelonnement. ${openToContest}

${mediation}

${crossedPayment}

${closing}
`,
);

/** A public body pays interest by its own law, and how to sue it depends on the contract: no order to pay is announced. */
const publicInterest =
  "{% if penalites %} Les intérêts moratoires, dus de plein droit, continuent de courir jusqu'à la mise en paiement du principal.{% endif %}";

const openToContestPublic = `Si vous contestez tout ou partie de cette somme, nous vous invitons à nous en faire connaître les motifs par écrit avant cette date. S'il manque une pièce à votre dossier, prenez contact avec nous sans attendre{% if telephone %} au {{ telephone }}{% endif %} : nous vous l'adresserons aussitôt.`;

const formalNoticePublic = template(
  'template-formal-notice-public',
  'Mise en demeure (organisme public)',
  formalSubject,
  `
Madame, Monsieur,

${unpaidSince}

Par la présente, nous vous mettons en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir dans un délai de {{ delai_accorde }} à compter de la réception de cette lettre, soit au plus tard le {{ date_limite }}.${publicInterest}

À défaut de règlement à cette date, nous nous réservons la possibilité de saisir la juridiction compétente.

${openToContestPublic}

${crossedPayment}

${closing}
`,
);

const lastNoticePublic = template(
  'template-last-notice-public',
  'Dernier avis avant poursuites (organisme public)',
  lastNotice.subject,
  `
Madame, Monsieur,

${unpaidSince}

Nous vous mettons une dernière fois en demeure de nous régler les sommes suivantes :

{{ tableau }}

Ce règlement doit nous parvenir au plus tard le {{ date_limite }}.${publicInterest}

Sans règlement ni contestation motivée de votre part à cette date, nous engagerons, sans autre avis, les démarches utiles au recouvrement de notre créance devant la juridiction compétente.

Une solution amiable reste possible jusqu'à cette date, y compris avec le concours gratuit du Médiateur des entreprises. ${openToContestPublic}

${crossedPayment}

${closing}
`,
);

const call = template(
  'template-call',
  'Trame d’appel',
  '{% if nombre_factures == 1 %}Appel : facture n° {{ numero }}, {{ total }}{% else %}Appel : {{ nombre_factures }} factures, {{ total }}{% endif %}',
  `
Bonjour, {{ societe }} à l'appareil. Je vous appelle au sujet de {% if nombre_factures == 1 %}la facture suivante{% else %}ces {{ nombre_factures }} factures{% endif %} :

{{ factures_liste }}

Avez-vous tout ce qu'il faut pour {% if nombre_factures == 1 %}la{% else %}les{% endif %} régler ? Vous manque-t-il un document ?

À quelle date pouvons-nous compter sur le règlement de {{ total }} ?
`,
);

/** One message of 160 letters for a usual name and amount, in letters that every telephone sends as one octet. */
const sms = template(
  'template-sms',
  'SMS',
  '{% if nombre_factures == 1 %}SMS : facture n° {{ numero }}, {{ total }}{% else %}SMS : {{ nombre_factures }} factures, {{ total }}{% endif %}',
  `
Bonjour, sauf erreur, {% if nombre_factures == 1 %}la facture {{ numero }} de {{ total }}{% else %}{{ nombre_factures }} factures, soit {{ total }},{% endif %}{% if jours_de_retard %}{% if nombre_factures == 1 %} reste{% else %} restent{% endif %} à régler{% else %}{% if nombre_factures == 1 %} arrive{% else %} arrivent{% endif %} à échéance le {{ date_echeance }}{% endif %}. Une question, un document ?{% if telephone %} {{ telephone }}.{% else %} Dites-le-nous.{% endif %} Merci, {{ societe }}
`,
);

/** For a missed instalment alone (instalment-reminder.ts): what falls due later is not asked for. */
const instalment = template(
  'template-instalment',
  'Échéance d’échéancier manquée',
  '{% if nombre_factures == 1 %}Échéancier de la facture n° {{ numero }}{% else %}Échéancier de {{ nombre_factures }} factures{% endif %} : échéance du {{ date_echeance }}, {{ total }} à régler',
  `
Bonjour{% if contact %} {{ contact }}{% endif %},

Nous sommes convenus d'un échéancier pour le règlement de {% if nombre_factures == 1 %}la facture n° {{ numero }} du {{ date_emission }}{% else %}{{ nombre_factures }} factures{% endif %}. Sauf erreur de notre part, l'échéance du {{ date_echeance }} ne nous est pas parvenue : il manque {{ total }} à ce jour.

Nous vous remercions de bien vouloir régler cette somme{% if date_limite %} au plus tard le {{ date_limite }}{% endif %}. Les échéances suivantes restent fixées aux dates convenues.

{{ paiement }}

Si une difficulté retarde ce règlement, dites-le-nous sans attendre{% unless par_courrier %}, en réponse à ce message{% endunless %}{% if telephone %}{% unless par_courrier %} ou{% endunless %} au {{ telephone }}{% endif %} : nous chercherons avec vous une solution.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de {% if par_courrier %}cette lettre{% else %}ce message{% endif %}.

Cordialement,

{{ signature }}
`,
);

/**
 * The texts that Acquit ships, in the order of the ladder. Courteous, without accusation, only with
 * consequences that the law really allows (C. consom. L121-6, C. pén. 433-13); consumers get no flat
 * indemnity and are told of the mediator (C. consom. L612-1, L616-1), public bodies read of moratory interest
 * (C. commande publ. L2192-13) and of no order to pay. The user owns and edits them.
 */
export const defaultTemplates: readonly MessageTemplate[] = [
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
