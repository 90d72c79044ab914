import type { Day } from '../dates/day.ts';
import { formatDay, formatLongDay } from '../dates/format-day.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { DunningLevel } from '../reminders/scenario.ts';
import { demoCompany } from './demo-settings.ts';

/** What a past message of the demonstration was about. */
export interface DemoMessageContent {
  readonly level: DunningLevel;
  readonly invoices: readonly { readonly invoice: Invoice; readonly remainingCents: number }[];
  readonly totalCents: number;
  readonly deadlineOn?: Day | undefined;
}

const space = '\u00A0';
const thin = '\u202F';

const list = (content: DemoMessageContent): string =>
  content.invoices
    .map(({ invoice, remainingCents }) => {
      const dueOn = invoice.dueOn === undefined ? '' : `, échue le ${formatDay(invoice.dueOn)}`;
      return `•${space}${invoice.number} du ${formatDay(invoice.issuedOn)}${dueOn}${space}: ${formatAmount(remainingCents)}`;
    })
    .join('\n');

const closing = [
  `Si votre règlement nous est parvenu entre-temps, nous vous prions de ne pas tenir compte de ce message.`,
  `${demoCompany.signatoryName}, ${demoCompany.signatoryCapacity}\n${demoCompany.name} ${demoCompany.legalForm} · ${demoCompany.phone.replaceAll(' ', space)}`,
].join('\n\n');

const payment = `Vous pouvez régler par virement sur le compte ${demoCompany.iban.replace(/(.{4})(?=.)/g, `$1${space}`)} (BIC${space}${demoCompany.bic}), en rappelant le numéro de facture.`;

const paragraphs = (content: DemoMessageContent): readonly string[] => {
  const total = formatAmount(content.totalCents);
  const deadline = content.deadlineOn === undefined ? '' : formatLongDay(content.deadlineOn);
  switch (content.level) {
    case 'courtesy':
    case 'friendly':
      return [
        `Sauf erreur de notre part, nous n’avons pas encore reçu le règlement suivant${space}:`,
        list(content),
        `Il s’agit sans doute d’un simple oubli. Pouvez-vous nous indiquer à quelle date nous pouvons compter sur ces ${total}${thin}? Si quelque chose ne vous convient pas, appelez-nous${space}: nous trouverons une solution.`,
      ];
    case 'firm':
      return [
        `Malgré notre précédent message, ${total} restent à régler${space}:`,
        list(content),
        `Nous vous demandons de procéder au règlement au plus tard le ${deadline}. Si vous contestez l’une de ces factures, merci de nous en écrire les raisons.`,
      ];
    case 'formal-notice':
      return [
        `Nos relances étant restées sans effet, nous vous mettons en demeure de nous régler la somme de ${total}, hors pénalités et indemnité forfaitaire, au plus tard le ${deadline}${space}:`,
        list(content),
        'La présente vaut mise en demeure au sens de l’article 1344 du Code civil.',
      ];
    case 'last-notice':
      return [
        `Notre mise en demeure est restée sans réponse. À défaut de règlement de ${total} au plus tard le ${deadline}, nous saisirons le tribunal d’une requête en injonction de payer${space}:`,
        list(content),
      ];
  }
};

const subjects: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'Échéance à venir',
  friendly: 'Rappel',
  firm: 'Relance',
  'formal-notice': 'MISE EN DEMEURE DE PAYER',
  'last-notice': 'Dernier avis avant poursuites',
};

/** Subject and exact text of a message that the invented company sent. */
export const demoMessage = (
  content: DemoMessageContent,
): { readonly subject: string; readonly body: string } => {
  const numbers = content.invoices.map(({ invoice }) => invoice.number);
  const what = numbers.length > 1 ? `${numbers.length} factures` : `facture ${numbers[0]}`;
  const [first = '', ...rest] = paragraphs(content);
  return {
    subject: `${subjects[content.level]}${space}: ${what}, ${formatAmount(content.totalCents)}`,
    body: ['Madame, Monsieur,', first, ...rest, payment, closing].join('\n\n'),
  };
};
