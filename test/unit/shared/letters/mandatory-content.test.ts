import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import type { DebtorRegime } from '../../../../shared/ledger/client.ts';
import { contentChecks } from '../../../../shared/letters/content-checks.ts';
import type { LetterInput } from '../../../../shared/letters/letter-model.ts';
import { missingElements } from '../../../../shared/letters/mandatory-content.ts';
import { client, company, invoice, letter, noticeText } from './sample-letter.ts';

const granting = {
  before: [
    ...noticeText.before,
    'Ce règlement doit nous parvenir dans un délai de 8 jours à compter de la réception de cette lettre, soit au plus tard le 2 décembre 2026.',
  ],
  after: noticeText.after,
};

const mediator = 'Vous pouvez saisir le médiateur de la consommation : CM2C, Paris.';

/** A notice that lacks nothing. */
const notice = (over: Partial<LetterInput> = {}): LetterModel =>
  letter({
    text: granting,
    lines: [
      {
        invoice: invoice('FA2026-001', 189_000, '2026-08-31', { orderReference: 'BC-2026-45' }),
        settlements: [],
        remainingCents: 189_000,
      },
    ],
    ...over,
  });

const toConsumer = (...more: string[]): LetterModel =>
  notice({
    client: client({ regime: 'b2c' }),
    text: { ...granting, after: [...granting.after, ...more] },
  });

const elements = (model: LetterModel, regime: DebtorRegime = 'b2b') =>
  missingElements(model, regime).map((missing) => missing.element);

const withText = (model: LetterModel, ...more: string[]): LetterModel => ({
  ...model,
  paragraphsAfter: [...model.paragraphsAfter, ...more],
});

const complete = notice();
const without = (pattern: RegExp) => ({
  paragraphsAfter: complete.paragraphsAfter.filter((text) => !pattern.test(text)),
});
const [row] = complete.table;
if (!row) throw new Error('a letter without rows');

describe('the check list', () => {
  it('has every point of the specification in its order, then what the law forbids', () => {
    const points = [...new Set(contentChecks.map(({ point }) => point))];
    expect(points).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 'conduct', 'printing']);
    expect(new Set(contentChecks.map(({ element }) => element)).size).toBe(contentChecks.length);
  });

  it('finds nothing missing in a complete notice, whoever owes', () => {
    expect(missingElements(complete, 'b2b')).toEqual([]);
    const toPublicBody = notice({
      client: client({ regime: 'public' }),
      text: {
        ...granting,
        after: granting.after.map((text) =>
          text.replace(/[^.]*injonction de payer[^.]*\./gu, 'Nous saisirions la juridiction compétente.'),
        ),
      },
    });
    expect(missingElements(toPublicBody, 'public')).toEqual([]);
    expect(missingElements(toConsumer(mediator), 'b2c')).toEqual([]);
    expect(
      missingElements(notice({ client: client({ regime: 'non-professional' }) }), 'non-professional'),
    ).toEqual([]);
  });

  it('advises against announcing an order to pay to a public body, and to nobody else', () => {
    for (const regime of ['b2b', 'public', 'b2c', 'non-professional'] as const) {
      const said = withText(complete, 'Nous déposerons une requête en injonction de payer.');
      expect(elements(said, regime).includes('public-path'), regime).toBe(regime === 'public');
    }
  });

  it.each<[number | string, string, Partial<LetterModel>]>([
    [1, 'creditor-name', { sender: { ...complete.sender, name: ' ' } }],
    [1, 'creditor-identity', { sender: { ...complete.sender, legalLine: 'SARL' } }],
    [1, 'creditor-identity', { sender: { ...complete.sender, legalLine: 'SARL · SIREN 732 829 321' } }],
    [1, 'creditor-form', { sender: { ...complete.sender, legalLine: 'SIREN 732 829 320 · RCS Lyon' } }],
    [
      1,
      'creditor-capital',
      { sender: { ...complete.sender, legalLine: 'S.A.R.L. · SIREN 732 829 320 · RCS Lyon' } },
    ],
    [
      1,
      'creditor-registry',
      { sender: { ...complete.sender, legalLine: 'SAS au capital de 1 000 € · SIREN 732 829 320' } },
    ],
    [1, 'sole-trader', { sender: { ...complete.sender, legalLine: 'EI · SIREN 732 829 320' } }],
    [1, 'creditor-address', { sender: { ...complete.sender, lines: ['69003 Lyon'] } }],
    [1, 'creditor-contact', { sender: { ...complete.sender, phone: '', email: '' } }],
    [2, 'debtor', { recipient: { lines: ['Menuiserie', '69100 VILLEURBANNE'] } }],
    [2, 'debtor-address', { recipient: { lines: ['Menuiserie', 'x'.repeat(39), '69100 VILLEURBANNE'] } }],
    [2, 'debtor-address', { recipient: { lines: ['Menuiserie', '1 RUE HAUTE', 'VILLEURBANNE'] } }],
    [3, 'place', { sender: { ...complete.sender, place: '' } }],
    [3, 'date', { writtenOn: '2026-11-31' }],
    [3, 'registered', { registered: false }],
    [4, 'object', { subject: 'Mise en demeure' }],
    [4, 'demand', { paragraphsBefore: ['Merci de penser à nous régler avant le 02/12/2026.'] }],
    [4, 'demand', { paragraphsBefore: ['Nous vous mettons en demeure de bien réfléchir.'] }],
    [5, 'basis', { table: [{ ...row, orderReference: undefined }] }],
    [6, 'table', { table: [{ ...row, number: '' }] }],
    [6, 'table', { table: [{ ...row, daysLate: row.daysLate + 1 }] }],
    [6, 'not-due', { table: [{ ...row, dueOn: '2026-11-22', daysLate: 0 }] }],
    [6, 'annex', { annex: [] }],
    [6, 'annex', { annex: complete.annex.map((one) => ({ ...one, lines: one.lines.slice(0, 1) })) }],
    [7, 'totals', { totals: { ...complete.totals, totalCents: complete.totals.totalCents + 1 } }],
    [7, 'totals', { annex: complete.annex.map((one) => ({ ...one, totalCents: one.totalCents + 1 })) }],
    [7, 'amount', { totals: { ...complete.totals, totalCents: 0 } }],
    [8, 'legal-references', { legalReferences: 'Article 1344 du Code civil.' }],
    [
      8,
      'outdated-article',
      { legalReferences: `${complete.legalReferences} Article L. 441-6 du code de commerce.` },
    ],
    [9, 'deadline', { deadlineOn: undefined }],
    [9, 'deadline', { deadlineOn: 'bientôt' }],
    [9, 'deadline-past', { deadlineOn: '2026-11-22' }],
    [9, 'deadline-text', { deadlineOn: '2026-12-03' }],
    [9, 'granted-days', { paragraphsBefore: noticeText.before }],
    [10, 'payment-means', { payment: { ...complete.payment, iban: 'FR7630006000011234567890188' } }],
    [10, 'payment-means', { payment: { ...complete.payment, holder: '' } }],
    [10, 'payment-reference', { payment: { ...complete.payment, reference: '' } }],
    [11, 'consequences', without(/tribunal/u)],
    [12, 'contest', without(/contest/u)],
    [13, 'crossed-payment', without(/entre-temps/u)],
    [14, 'enclosures', { enclosures: ['Décompte annexé'] }],
    [14, 'enclosed-annex', { enclosures: ['Copie de la facture FA2026-001'] }],
    [15, 'signature', { sender: { ...complete.sender, signatoryCapacity: ' ' } }],
    [15, 'signature', { sender: { ...complete.sender, signatoryName: '' } }],
    ['conduct', 'judicial-words', { subject: 'COMMANDEMENT – MISE EN DEMEURE DE PAYER' }],
    ['printing', 'unprintable', { recipient: { lines: ['Pizza 🍕', '3 RUE DES LILAS', '35000 RENNES'] } }],
  ])('point %s finds %s, and says what to do', (point, element, over) => {
    const found = missingElements({ ...complete, ...over }, 'b2b');
    expect(found).toContainEqual(expect.objectContaining({ point, element }));
    for (const { message } of found) expect(message).toMatch(/^\p{Lu}.*[.»…]$/u);
  });

  it('asks a plain reminder for less', () => {
    const model = {
      ...notice({ kind: 'reminder', claim: { penalties: false, indemnity: false } }),
      subject: 'Rappel',
      enclosures: [],
      legalReferences: '',
    };
    expect(elements(model)).toEqual([]);
  });

  it('asks a company for its capital and register, an association and a sole trader not', () => {
    for (const legalLine of ['Association · SIREN 732 829 320', 'EI · SIREN 732 829 320'])
      expect(
        elements({ ...complete, sender: { ...complete.sender, name: 'Hélène Dupré EI', legalLine } }),
      ).toEqual([]);
  });

  it('takes the contract or the order as basis wherever it is named', () => {
    const bare = { ...complete, table: [{ ...row, orderReference: undefined }] };
    expect(elements(bare)).toEqual(['basis']);
    expect(elements(withText(bare, 'Ces travaux font suite à votre devis signé du 3 mars 2026.'))).toEqual(
      [],
    );
    expect(elements({ ...bare, enclosures: [...bare.enclosures, 'Bon de livraison signé'] })).toEqual([]);
  });
});

describe('the last day to pay', () => {
  it.each([
    'au plus tard le 02/12/2026',
    'au plus tard le 2/12/2026',
    'au plus tard le mercredi 2 décembre 2026',
  ])('may be written « %s »', (written) => {
    const paragraphsBefore = [
      `Nous vous mettons en demeure de nous payer ${written}, soit 8 jours à compter de la réception.`,
    ];
    expect(elements({ ...complete, paragraphsBefore })).toEqual([]);
    expect(elements({ ...complete, paragraphsBefore, deadlineOn: '2026-12-04' })).toEqual(['deadline-text']);
  });

  it('is found on the first of a month', () => {
    const paragraphsBefore = [
      'Nous vous mettons en demeure de payer sous huit jours à compter de la réception, au plus tard le 1ᵉʳ décembre 2026.',
    ];
    expect(elements({ ...complete, paragraphsBefore, deadlineOn: '2026-12-01' })).toEqual([]);
  });
});

describe('a letter to a consumer', () => {
  it('must name the mediator, and should say how to reach him', () => {
    expect(missingElements(toConsumer(), 'b2c')).toMatchObject([{ element: 'mediator', need: 'mandatory' }]);
    const vague = 'Vous pouvez recourir au médiateur ; ses coordonnées vous seront communiquées.';
    expect(missingElements(toConsumer(vague), 'b2c')).toMatchObject([
      { element: 'mediator-contact', need: 'advice', repair: 'company' },
    ]);
  });

  it.each([
    ['the 40 € of the text', (model: LetterModel) => withText(model, 'Une indemnité de 40 € est due.')],
    ['the article of business law', (model: LetterModel) => withText(model, 'Voir l’article L. 441-10.')],
    [
      'the 40 € of the figures',
      (model: LetterModel) => ({
        ...model,
        table: model.table.map((one) => ({ ...one, indemnityCents: 4_000 })),
        totals: {
          ...model.totals,
          indemnityCents: 4_000,
          totalCents: model.totals.totalCents + 4_000,
        },
      }),
    ],
  ])('is refused with %s', (_what, spoil) => {
    const model = spoil(toConsumer(mediator));
    expect(elements(model, 'b2c')).toContain('consumer-penalties');
    expect(
      elements(spoil(notice({ client: client({ regime: 'non-professional' }) })), 'non-professional'),
    ).toContain('consumer-penalties');
  });

  it('must say that legal interest runs from the notice', () => {
    const model = {
      ...toConsumer(mediator),
      legalReferences: 'Articles 1231-6, 1344 et 1344-1 du Code civil.',
    };
    expect(elements(model, 'b2c')).toEqual(['consumer-interest']);
  });

  it('cites every article that the effects of the notice rest on', () => {
    const model = {
      ...toConsumer(mediator),
      legalReferences: 'Articles 1231-6 et 1344-1, intérêt au taux légal.',
    };
    expect(elements(model, 'b2c')).toEqual(['legal-references']);
  });
});

describe('what no letter may say', () => {
  it.each([
    ['fees', 'Des frais de relance de 15 € vous seront facturés.', '«\u00A0frais de relance\u00A0»'],
    ['fees', 'S’y ajoutent 25 euros de frais de dossier.', '«\u00A0frais de dossier\u00A0»'],
    ['fees', 'Sans règlement, des frais d’envoi vous seront comptés.', '«\u00A0frais d’envoi\u00A0»'],
    ['threats', 'Nous informerons votre employeur.', '«\u00A0votre employeur\u00A0»'],
    ['threats', 'À défaut, nous porterons l’affaire devant vos clients.', '«\u00A0vos clients\u00A0»'],
    ['fees', 'Ajoutez 8 € de Frais de Recommandé.', '«\u00A0Frais de Recommandé\u00A0»'],
    ['threats', 'Vous risquez la prison.', '«\u00A0prison\u00A0»'],
    ['judicial-words', 'Notre huissier passera demain.', '«\u00A0huissier\u00A0»'],
    ['judicial-words', 'Au nom du peuple français, payez.', '«\u00A0Au nom du peuple\u00A0»'],
    ['placeholder', 'Bonjour {{ contact }},', '«\u00A0{{ contact }}\u00A0»'],
  ])('%s: %s', (element, sentence, quoted) => {
    const found = missingElements(withText(complete, sentence), 'b2b');
    expect(found).toMatchObject([{ element, need: 'mandatory' }]);
    expect(found[0]?.message).toContain(quoted);
  });

  it.each([
    'L’indemnité forfaitaire pour frais de recouvrement est de 40 € par facture.',
    'Les frais de recouvrement complémentaires seront demandés sur justificatifs.',
    'Les frais de procédure que le juge mettrait à votre charge s’ajouteraient aux sommes dues.',
    'Aucun frais de dossier ne vous est demandé.',
    'Un commissaire de justice pourra vous délivrer une sommation de payer.',
    'Nous pourrons demander une saisie une fois un titre exécutoire obtenu.',
    'Votre contact : Marianne Petit.',
  ])('leaves alone: %s', (sentence) => {
    expect(elements(withText(complete, sentence))).toEqual([]);
  });
});

describe('the sender', () => {
  it('may be a liberal profession without register', () => {
    const model = notice({
      company: { ...company, legalForm: 'Profession libérale', capital: '', registry: '' },
    });
    expect(elements(model)).toEqual([]);
  });
});
