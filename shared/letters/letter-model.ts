import type { ClaimBasis, ClaimLine } from '../claims/invoice-claim.ts';
import type { Day } from '../dates/day.ts';
import { internationalPhone } from '../identifiers/printed-phone.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { LegalParameters } from '../law/parameters.ts';
import { regimeRules } from '../law/regime.ts';
import type { Client, DebtorRegime } from '../ledger/client.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { cents, sumCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { addressBlock } from './address-block.ts';
import { senderOf } from './company-lines.ts';
import { interestTermFor, legalReferencesOf } from './legal-references.ts';
import { describeLineError, type LetterFailure } from './letter-failure.ts';
import { type ComputedLine, computeLine } from './letter-line.ts';
import type { LetterText } from './letter-text.ts';
import { type LetterWording, letterWording } from './letter-wording.ts';
import { paymentDetails } from './payment-reference.ts';

export interface LetterInput {
  readonly reminderId: string;
  readonly kind: Exclude<LetterModel['kind'], 'correspondence'>;
  readonly registered: boolean;
  readonly trackingNumber?: string | undefined;
  readonly duplicate: boolean;
  /** French where undefined. */
  readonly language?: 'en' | undefined;
  readonly company: CompanySettings;
  readonly client: Client;
  /** Person or service under the client's name. */
  readonly attention?: string | undefined;
  /** The client's own regime where undefined. */
  readonly regime?: DebtorRegime | undefined;
  readonly subject: string;
  readonly text: LetterText;
  readonly lines: readonly ClaimLine[];
  /** Day of the letter and last day that bears interest. */
  readonly asOf: Day;
  readonly deadlineOn?: Day | undefined;
  /** What this kind of letter claims; an invoice whose charges are waived claims less. */
  readonly claim: { readonly penalties: boolean; readonly indemnity: boolean };
  /** No 40 € below this late amount; 1,00 € where undefined. */
  readonly minimumIndemnityCents?: number | undefined;
  /** `interest-first` where undefined, as the law has it (C. civ. 1343-1). */
  readonly imputation?: 'interest-first' | 'principal-first' | undefined;
  /** Listed under « PJ ». Where undefined: copies of the invoices with a notice, and the décompte. */
  readonly enclosures?: readonly string[] | undefined;
  /** The table of law with the semesters the user added. */
  readonly parameters: LegalParameters;
}

const defaultEnclosures = (input: LetterInput, hasAnnex: boolean): string[] => {
  const [only, ...others] = input.lines;
  const copies =
    input.kind === 'reminder' || only === undefined
      ? []
      : [
          others.length === 0
            ? `Copie de la facture ${only.invoice.number}`
            : `Copie des ${input.lines.length} factures`,
        ];
  return [...copies, ...(hasAnnex ? ['Décompte annexé'] : [])];
};

/** The address block of a client, with the person under the name; undefined where the address is incomplete. */
export const recipientLines = (
  client: Client,
  attention: string | undefined,
  wording: LetterWording,
): readonly string[] | undefined => {
  const { address } = client;
  if (!address || address.lines.every((line) => line.trim() === '') || address.city.trim() === '')
    return undefined;
  const person = attention?.trim() ?? '';
  const lines =
    person === '' || person === client.name ? address.lines : [wording.attention(person), ...address.lines];
  return addressBlock(client.name, { ...address, lines }).lines;
};

/**
 * What a letter says, computed from the ledger: rows, interest, indemnities and totals that are the exact
 * sums of the rows; articles and terms of the debtor's regime (law-and-formats.md 2.2). A consumer or
 * non-professional never owes the 40 €, and interest only from an earlier formal notice.
 * @returns the model, or a failure in French: no address, an invoice without due date or in another currency,
 * a semester whose rate is not known. Nothing is ever guessed.
 */
export const buildLetterModel = (input: LetterInput): Result<LetterModel, LetterFailure> => {
  const { client, company, asOf, kind } = input;
  const regime = input.regime ?? client.regime;
  const rules = regimeRules[regime];
  const wording = letterWording({ language: input.language });
  const lines = recipientLines(client, input.attention, wording);
  if (lines === undefined)
    return fail({
      kind: 'no-address',
      message: `L’adresse postale de ${client.name} est incomplète : complétez sa fiche.`,
    });
  if (input.lines.length === 0)
    return fail({ kind: 'no-lines', message: 'Ce courrier ne réclame aucune facture.' });
  const basis: ClaimBasis = {
    regime,
    rate: client.rate,
    capitalises: client.capitalisesInterest,
    asOf,
    imputation: input.imputation ?? 'interest-first',
    minimumIndemnityCents: input.minimumIndemnityCents,
    parameters: input.parameters,
  };
  const computed: ComputedLine[] = [];
  for (const line of input.lines) {
    const charges = line.charges ?? { penalties: true, indemnity: true };
    const result = computeLine(
      {
        ...line,
        charges: {
          penalties: charges.penalties && input.claim.penalties,
          indemnity: charges.indemnity && input.claim.indemnity && rules.hasIndemnity,
        },
      },
      basis,
    );
    if (!result.ok) return fail(describeLineError(result.error));
    computed.push(result.value);
  }
  computed.sort((a, b) => (a.row.dueOn < b.row.dueOn ? -1 : a.row.dueOn > b.row.dueOn ? 1 : 0));
  const table = computed.map(({ row }) => row);
  const principalCents = sumCents(table.map((row) => row.remainingCents));
  const interestCents = sumCents(table.map((row) => row.interestCents));
  const indemnityCents = sumCents(table.map((row) => row.indemnityCents));
  const creditsCents = sumCents(computed.map((line) => line.creditedCents));
  // One credit note may be taken off several invoices.
  const creditNumbers = [...new Set(computed.flatMap((line) => line.creditNumbers))];
  const totalCents = cents(principalCents + interestCents + indemnityCents - creditsCents);
  const showsPenalties = interestCents > 0 || indemnityCents > 0;
  const annex = showsPenalties ? computed.map((line) => line.annex) : [];
  return ok({
    reminderId: input.reminderId,
    kind,
    registered: input.registered,
    ...(input.trackingNumber === undefined ? {} : { trackingNumber: input.trackingNumber }),
    duplicate: input.duplicate,
    ...(input.language === undefined ? {} : { language: input.language }),
    writtenOn: asOf,
    sender: {
      ...senderOf(company),
      ...(input.language === 'en' ? { phone: internationalPhone(company.phone) } : {}),
    },
    recipient: { lines: [...lines] },
    subject: input.subject,
    paragraphsBefore: [...input.text.before],
    paragraphsAfter: [...input.text.after],
    table,
    totals: {
      principalCents,
      interestCents,
      indemnityCents,
      creditsCents,
      ...(creditNumbers.length === 0 ? {} : { creditNumbers }),
      totalCents,
      dailyInterestCents: sumCents(computed.map((line) => line.dailyInterestCents)),
    },
    showsPenalties,
    interestTerm: interestTermFor(regime),
    annex,
    ...(input.deadlineOn === undefined ? {} : { deadlineOn: input.deadlineOn }),
    payment: paymentDetails(
      company,
      input.lines.map((line) => line.invoice),
      client,
      totalCents,
    ),
    enclosures: [...(input.enclosures ?? defaultEnclosures(input, annex.length > 0))],
    legalReferences: legalReferencesOf({
      regime,
      rate: client.rate,
      kind,
      claimsInterest: interestCents > 0,
      claimsIndemnity: indemnityCents > 0,
      paymentsSettledInterest: computed.some((line) => line.paymentsSettledInterest),
    }),
  });
};
