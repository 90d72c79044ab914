import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { missingElements } from '../../../../shared/letters/mandatory-content.ts';
import { client, letter, noticeText } from './sample-letter.ts';

const elements = (model: LetterModel, regime: Parameters<typeof missingElements>[1] = 'b2b') =>
  missingElements(model, regime).map((missing) => missing.element);

describe('missingElements', () => {
  it('finds nothing missing in a complete notice, for businesses and public buyers', () => {
    expect(missingElements(letter(), 'b2b')).toEqual([]);
    expect(missingElements(letter({ client: client({ regime: 'public' }) }), 'public')).toEqual([]);
  });

  it('asks for the mediator in a notice to a consumer, and accepts it once named', () => {
    const consumer = client({ regime: 'b2c' });
    expect(elements(letter({ client: consumer }), 'b2c')).toEqual(['mediator']);
    const after = [...noticeText.after, 'Vous pouvez saisir le médiateur de la consommation : CM2C, Paris.'];
    expect(elements(letter({ client: consumer, text: { ...noticeText, after } }), 'b2c')).toEqual([]);
  });

  const complete = letter();
  it.each<[string, Partial<LetterModel>]>([
    ['object', { subject: 'Relance' }],
    ['demand', { paragraphsBefore: ['Merci de penser à nous régler avant le 02/12/2026.'] }],
    ['deadline', { deadlineOn: '2026-11-22' }],
    ['deadline', { deadlineOn: undefined }],
    ['legal-references', { legalReferences: 'Article 1344 du Code civil.' }],
    [
      'outdated-article',
      { legalReferences: `${complete.legalReferences} Article L. 441-6 du code de commerce.` },
    ],
    ['totals', { totals: { ...complete.totals, totalCents: complete.totals.totalCents + 1 } }],
    ['payment-means', { payment: { ...complete.payment, iban: 'FR7630006000011234567890188' } }],
    ['contest', { paragraphsAfter: complete.paragraphsAfter.filter((text) => !/contest/u.test(text)) }],
    ['consequences', { paragraphsAfter: complete.paragraphsAfter.filter((text) => !/tribunal/u.test(text)) }],
    [
      'crossed-payment',
      { paragraphsAfter: complete.paragraphsAfter.filter((text) => !/entre-temps/u.test(text)) },
    ],
    ['enclosures', { enclosures: [] }],
    ['signature', { sender: { ...complete.sender, signatoryCapacity: ' ' } }],
    ['creditor-identity', { sender: { ...complete.sender, legalLine: 'SARL' } }],
    ['creditor-contact', { sender: { ...complete.sender, phone: '', email: '' } }],
    ['debtor-address', { recipient: { lines: ['Menuiserie', 'x'.repeat(39), '69100 VILLEURBANNE'] } }],
    ['debtor-address', { recipient: { lines: ['Menuiserie'] } }],
    ['judicial-words', { subject: 'COMMANDEMENT – MISE EN DEMEURE DE PAYER' }],
    ['unprintable', { recipient: { lines: ['Pizza 🍕', '3 RUE DES LILAS', '35000 RENNES'] } }],
  ])('finds %s', (element, over) => {
    const found = missingElements({ ...complete, ...over }, 'b2b');
    expect(found.map((missing) => missing.element)).toContain(element);
    for (const { message } of found) expect(message).toMatch(/\p{L}.*[.»]$/u);
  });

  it('refuses the 40 € of business law in a letter to a consumer', () => {
    const model = { ...letter(), legalReferences: 'Articles 1231-6 et 1344 du Code civil, médiateur.' };
    expect(elements(model, 'b2c')).toContain('consumer-penalties');
  });

  it('asks a plain reminder for less', () => {
    const model = { ...letter({ kind: 'reminder' }), subject: 'Rappel', enclosures: [], legalReferences: '' };
    expect(elements(model)).toEqual([]);
  });
});
