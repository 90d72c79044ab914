import { statementLine } from '../claims/statement-line.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatRate } from '../law/format-rate.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import { shownNumber } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase, ProcedureKind } from '../ledger/legal-case.ts';
import { modeOf } from '../letters/dispatch-mode.ts';
import { stageText } from '../letters/dispatch-stage.ts';
import { isNotice } from '../letters/paper-letter.ts';
import { formatAmount } from '../money/format-amount.ts';
import { type CaseFile, caseFile } from './case-file.ts';
import { postedLetters } from './case-letters.ts';
import { procedureNames } from './case-names.ts';
import type { SourcedField } from './case-paper.ts';
import { caseStanding } from './case-standing.ts';
import { creditorFields, debtorFields, type PartyField } from './party-text.ts';
import { procedureAdvice } from './procedure-advice.ts';
import { amountFields, conditionFields, courseFields, orderRegimeFields } from './procedure-fields.ts';

/** Something to copy into a form, and the row or rule that it rests on. */
export type DataField = SourcedField;

export interface DataSection {
  readonly title: string;
  readonly fields: readonly DataField[];
}

/** Prepared figures, dates and pieces for a procedure; the form itself is filled by the user. */
export interface ProcedureData {
  readonly procedure: ProcedureKind;
  readonly title: string;
  readonly sections: readonly DataSection[];
}

const breakdown = ({ figures: { statement, client } }: CaseFile): DataSection => ({
  title: 'Détail par facture, intérêts par période',
  fields: statement.invoices.flatMap(({ invoice, rows }) =>
    rows.map((row): DataField => {
      const line = statementLine(row, client.regime);
      const period =
        line.to === undefined
          ? `le ${formatDay(line.from)}`
          : `du ${formatDay(line.from)} au ${formatDay(line.to)}, ${line.days ?? 0}\u00A0jours à ${formatRate(line.rateBasisPoints ?? 0)} sur ${formatAmount(line.baseCents ?? 0)}`;
      return {
        label: `${invoice.number}\u00A0: ${line.label}, ${period}`,
        value: formatAmount(line.cents),
        source: line.basis.article === '' ? `Facture ${invoice.number}` : line.basis.article,
      };
    }),
  ),
});

const partyFields = (fields: readonly PartyField[], source: string): readonly DataField[] =>
  fields.map((field) => ({ ...field, source }));

const pieces = ({ sections }: CaseFile): DataSection => ({
  title: 'Bordereau des pièces',
  fields: sections.flatMap(({ title, entries }) =>
    entries.map(
      ({ number, title: name, on }): DataField => ({
        label: `Pièce ${number}`,
        value: on === undefined ? name : `${name} (${formatDay(on)})`,
        source: title,
      }),
    ),
  ),
});

/** Days that a request names: each invoice, then each formal notice with what the post did of it. */
const dates = (
  ledger: Ledger,
  { figures: { statement } }: CaseFile,
  invoiceIds: readonly string[],
): DataSection => ({
  title: 'Dates',
  fields: [
    ...statement.invoices.map(
      ({ invoice, dueOn }): DataField => ({
        label: `Facture ${invoice.number}`,
        value: `émise le ${formatDay(invoice.issuedOn)}, échue le ${formatDay(dueOn)}`,
        source: `Facture ${invoice.number}`,
      }),
    ),
    ...postedLetters(ledger, invoiceIds)
      .filter(({ letter }) => isNotice(letter))
      .map(
        ({ letter, dispatch, name }): DataField => ({
          label: name,
          value: [
            dispatch.trackingNumber === '' ? '' : `envoi n°\u00A0${shownNumber(dispatch)}`,
            dispatch.presentedOn === undefined ? '' : `présentée le ${formatDay(dispatch.presentedOn)}`,
            stageText(dispatch, modeOf(letter, dispatch)).toLocaleLowerCase('fr'),
          ]
            .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
            .join(', '),
          source: 'Courriers, suivi de l’envoi',
        }),
      ),
  ],
});

/** Ways before a judge: the articles on the parties and on the request are those of the CPC. */
const judicial: readonly ProcedureKind[] = ['order-for-payment', 'interim-payment', 'summons'];

/**
 * What the form of a procedure asks and the ledger knows, each value with its source. Undefined where nothing
 * was chosen or the client is gone. A declaration of claim has its own page and figures of the judgment's day.
 */
export const procedureData = (
  ledger: Ledger,
  legalCase: LegalCase,
  today: Day,
): ProcedureData | undefined => {
  const { procedure } = legalCase;
  const file = caseFile(ledger, legalCase, today);
  const standing = caseStanding(ledger, legalCase, today);
  if (procedure === undefined || !file || !standing) return undefined;
  const advice = procedureAdvice(standing).procedures.find(({ kind }) => kind === procedure);
  if (!advice) return undefined;
  const { limitation, client } = file.figures;
  const identity = judicial.includes(procedure) ? ' (CPC art. 54 et 57)' : '';
  return {
    procedure,
    title: procedureNames[procedure],
    sections: [
      {
        title: `Montant exact et ses éléments${procedure === 'order-for-payment' ? ' (CPC art. 1407)' : ''}`,
        fields: amountFields(file.figures),
      },
      {
        title: 'Fondement et juridiction',
        fields: [
          { label: 'Textes', value: advice.source, source: 'Table des procédures' },
          {
            label: judicial.includes(procedure) ? 'Juridiction' : 'À qui s’adresser',
            value: advice.court,
            source: procedure === 'mediation' ? advice.source : 'Siège du débiteur',
          },
          ...(limitation
            ? [
                {
                  label: 'Dernier jour pour agir',
                  value: formatDay(limitation.lastDay),
                  source: limitation.reason,
                },
              ]
            : []),
        ],
      },
      { title: 'Conditions', fields: conditionFields(advice) },
      { title: 'Coûts et délais', fields: courseFields(advice) },
      ...(procedure === 'order-for-payment'
        ? [{ title: 'Signification\u00A0: les deux régimes', fields: orderRegimeFields(standing.parameters) }]
        : []),
      {
        title: `Créancier${identity}`,
        fields: partyFields(creditorFields(settingsOf(ledger, 'company')), 'Réglages, Société'),
      },
      { title: `Débiteur${identity}`, fields: partyFields(debtorFields(client), 'Fiche client') },
      dates(ledger, file, legalCase.invoiceIds),
      breakdown(file),
      pieces(file),
    ],
  };
};

/** A section as text for the clipboard. */
export const sectionText = ({ title, fields }: DataSection): string =>
  [title, ...fields.map(({ label, value }) => `${label}\u00A0: ${value}`)].join('\r\n');
