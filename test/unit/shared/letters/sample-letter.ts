import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { buildLetterModel, type LetterInput } from '../../../../shared/letters/letter-model.ts';
import { cents } from '../../../../shared/money/cents.ts';

const createdAt = '2026-01-01T08:00:00.000Z' as Instant;

export const company: CompanySettings = {
  id: 'company',
  name: 'Atelier Dupré SARL',
  legalForm: 'SARL',
  capital: '10 000',
  siren: '732829320',
  registry: 'Lyon',
  vatNumber: 'FR44 732829320',
  address: { lines: ['12 rue de l’Église'], postcode: '69003', city: 'Lyon' },
  phone: '04 78 00 00 00',
  email: 'compta@atelier-dupre.example',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  accountHolder: 'ATELIER DUPRÉ SARL',
  signatoryName: 'Hélène Dupré',
  signatoryCapacity: 'Gérante',
};

export const client = (over: Partial<Client> = {}): Client => ({
  id: 'c1',
  name: 'Menuiserie Œuvre & Façades SAS',
  regime: 'b2b',
  segment: 'regular',
  address: {
    lines: ['Zone artisanale des Marronniers', '24 avenue de la République', 'BP 1234'],
    postcode: '69100',
    city: 'Villeurbanne Cedex 02',
  },
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt,
  ...over,
});

export const invoice = (
  number: string,
  totalCents: number,
  dueOn: string,
  over: Partial<Invoice> = {},
): Invoice => ({
  id: number,
  clientId: 'c1',
  number,
  kind: 'invoice',
  issuedOn: day('2026-03-01'),
  dueOn: day(dueOn),
  totalCents: cents(totalCents),
  currency: 'EUR',
  createdAt,
  ...over,
});

export const noticeText = {
  before: [
    'Madame, Monsieur,',
    'Malgré nos relances, les factures ci-dessous restent impayées. Par la présente, nous vous mettons en demeure de nous régler l’intégralité des sommes dues au plus tard le 02/12/2026.',
  ],
  after: [
    'À défaut, nous saisirons le tribunal compétent d’une requête en injonction de payer.',
    'Si vous contestez cette créance, faites-nous-en connaître les motifs par écrit.',
    'Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de ce courrier.',
    'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
  ],
};

export const letterInput = (over: Partial<LetterInput> = {}): LetterInput => ({
  reminderId: 'r1',
  kind: 'formal-notice',
  registered: true,
  duplicate: false,
  company,
  client: client(),
  subject: 'MISE EN DEMEURE DE PAYER',
  text: noticeText,
  lines: [
    { invoice: invoice('FA2026-001', 189_000, '2026-08-31'), settlements: [], remainingCents: 189_000 },
  ],
  asOf: day('2026-11-22'),
  deadlineOn: day('2026-12-02'),
  claim: { penalties: true, indemnity: true },
  parameters: shippedParameters,
  ...over,
});

/** A model that must come out; throws on a failure. */
export const letter = (over: Partial<LetterInput> = {}): LetterModel => {
  const model = buildLetterModel(letterInput(over));
  if (!model.ok) throw new Error(model.error.message);
  return model.value;
};

/** A letter over as many invoices as wanted. */
export const letterOver = (count: number, over: Partial<LetterInput> = {}): LetterModel =>
  letter({
    lines: Array.from({ length: count }, (_, index) => ({
      invoice: invoice(`FA2026-${String(index + 1).padStart(4, '0')}`, 120_000 + index * 3117, '2026-08-31'),
      settlements: [],
      remainingCents: 120_000 + index * 3117,
    })),
    ...over,
  });
