import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { defaultLetterLayout, letterDocument } from '../../../../shared/letters/letter-document.ts';
import { client, invoice, letter } from './sample-letter.ts';

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  return ['text', 'stack', 'columns', 'table', 'body'].flatMap((key) => textsIn(Reflect.get(value, key)));
};

/** Every word that a letter puts on paper, spaces made plain. */
const printed = (model: LetterModel): string => {
  const { definition } = letterDocument([model], defaultLetterLayout, {
    images: {},
    qrMatrix: () => undefined,
  });
  return textsIn(definition.content).join(' ').replace(/\s+/gu, ' ');
};

const paid = {
  invoice: invoice('FA2026-001', 189_000, '2026-08-31', { orderReference: 'BC-2026-45' }),
  settlements: [
    { on: day('2026-10-01'), cents: 50_000, kind: 'payment' as const, reference: 'VIR 77' },
    { on: day('2026-10-15'), cents: 9_000, kind: 'credit-note' as const, reference: 'AV-3' },
  ],
  remainingCents: 130_000,
};

/** What the check list does not ask for, because every letter has it (law-and-formats.md 2.2). */
describe('a formal notice has by construction', () => {
  const text = printed(letter({ lines: [paid] }));

  it('place, date and the registered mention with room for its number (point 3)', () => {
    expect(text).toContain('Lyon, le 22 novembre 2026');
    expect(text).toContain('Lettre recommandée avec demande d’avis de réception n°');
    expect(printed(letter({ trackingNumber: '1A 123 456 7890 1' }))).toContain('n° 1A 123 456 7890 1');
  });

  it('the order beside the number of the invoice (point 5)', () => {
    expect(text).toContain('FA2026-001 Commande BC-2026-45');
    expect(printed(letter())).not.toContain('Commande');
  });

  it('dates, amounts, payments, credit notes, days late, rates and the 40 € (point 6)', () => {
    for (const part of [
      '01/03/2026',
      '31/08/2026',
      '1 890,00',
      '590,00',
      '1 300,00',
      'Jours de retard',
      ' 83 ',
      'VIR 77',
      'AV-3',
      '12,40 %',
      'Indemnité forfaitaire',
      '40,00',
    ])
      expect(text, part).toContain(part);
  });

  it('the day of the figures and what each further day adds (point 7)', () => {
    expect(text).toMatch(/Pénalités (?:de retard )?au 22\/11\/2026/u);
    expect(text).toMatch(/puis \d+,\d\d € par jour de retard/u);
    expect(text).toContain('décompte arrêté au 22/11/2026');
    expect(text).toContain('Total à régler au plus tard le 02/12/2026');
  });

  it('its articles and its means of payment (points 8 and 10)', () => {
    expect(text).toContain('Articles 1344 et 1344-1 du Code civil');
    expect(text).toContain('articles L441-10 II et D441-5 du Code de commerce');
    expect(text).not.toContain('L441-6');
    for (const part of [
      'FR76 3000 6000 0112 3456 7890 189',
      'AGRIFRPP',
      'ATELIER DUPRÉ SARL',
      'Référence à rappeler',
    ])
      expect(text, part).toContain(part);
  });

  it('the copies and the décompte among its enclosures, name and capacity (points 14 and 15)', () => {
    expect(text).toContain('PJ : Copie de la facture FA2026-001 Décompte annexé');
    expect(text).toContain('Hélène Dupré Gérante');
  });
});

describe('a formal notice to a consumer has by construction', () => {
  it('neither the 40 € nor business penalties, and legal interest from the notice on (points 6 and 8)', () => {
    const text = printed(letter({ client: client({ regime: 'b2c' }) }));
    expect(text).toContain(
      'À compter de la présente mise en demeure, la somme due porte intérêt au taux légal.',
    );
    expect(text).toContain('Articles 1231-6, 1344 et 1344-1 du Code civil');
    expect(text).not.toMatch(/Indemnité|40,00|L441-10|D441-5|par jour de retard/u);
  });
});

describe('a formal notice to a public buyer has by construction', () => {
  it('the articles of public procurement (point 8)', () => {
    const text = printed(letter({ client: client({ regime: 'public' }) }));
    expect(text).toContain('articles L2192-13, R2192-31 et D2192-35 du Code de la commande publique');
    expect(text).toContain('Intérêts moratoires au 22/11/2026');
  });
});
