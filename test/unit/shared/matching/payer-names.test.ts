import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../../../shared/matching/name-index.ts';
import { payerNameOf } from '../../../../shared/matching/payer-learning.ts';
import { isGenericPayer, payerNameKey, writtenPayer } from '../../../../shared/matching/payer-name.ts';
import { differsByOneTypo } from '../../../../shared/matching/word-likeness.ts';
import { aMovement, aPayer } from './sample-matching.ts';

describe('the payer in a line of a statement', () => {
  it.each([
    ['VIR SEPA RECU /DE MENUISERIE DUPONT /MOTIF FA12 /REF 123', 'MENUISERIE DUPONT'],
    ['VIREMENT EN VOTRE FAVEUR\nMENUISERIE DUPONT\nFA12', 'MENUISERIE DUPONT'],
    ['VIR MENUISERIE DUPONT\nFA12', 'MENUISERIE DUPONT'],
    ['VIREMENT DE MENUISERIE DUPONT MOTIF: FA12', 'MENUISERIE DUPONT'],
  ])('%j names %s and nobody else', (label, text) => {
    expect(writtenPayer({ label })).toEqual({ text, isBounded: true });
  });

  it('the bank’s own field comes first', () => {
    expect(writtenPayer({ label: 'VIR X', counterparty: ' Novalis SAS ' })).toEqual({
      text: 'Novalis SAS',
      isBounded: true,
    });
  });

  it('name and text that run together have no end', () => {
    expect(writtenPayer({ label: 'VIR INST MENUISERIE DUPONT FA12' })).toEqual({
      text: 'MENUISERIE DUPONT FA12',
      isBounded: false,
    });
  });

  it('a label without a name names nobody', () => {
    expect(writtenPayer({ label: 'VIREMENT' })).toBeUndefined();
  });
});

describe('what a confirmation teaches', () => {
  it('name and account, normalised', () => {
    expect(
      payerNameOf(aMovement('VIR', { counterparty: 'SARL Établissements HÉLÈNE', counterpartyIban: 'FR76' })),
    ).toEqual({ nameKey: 'helene', iban: 'FR76' });
  });

  it.each(['STRIPE PAYMENTS EUROPE', 'DDFIP DU RHONE', 'SGC LYON', 'VIREMENT RECU', 'URSSAF ILE DE FRANCE'])(
    'nothing of %s, who pays for everybody or is nobody',
    (counterparty) => {
      expect(payerNameOf(aMovement('VIR', { counterparty, counterpartyIban: 'FR76' }))).toEqual({});
      expect(isGenericPayer(payerNameKey(counterparty))).toBe(true);
    },
  );

  it('no name where it runs into the text; the account all the same, unless it is one that pays for all', () => {
    const of = (label: string) => payerNameOf(aMovement(label, { counterpartyIban: 'FR76' }));
    expect(of('VIR INST DUPONT FA12')).toEqual({ iban: 'FR76' });
    expect(of('VIR INST STRIPE PAYMENTS FA12')).toEqual({});
    expect(payerNameOf(aMovement('VIR'))).toEqual({});
  });
});

describe('likeness of names', () => {
  const index = nameIndex([
    aPayer('dupont', 'Menuiserie Dupont SARL', { city: 'Lyon' }),
    aPayer('dupond', 'Garage Dupond'),
    aPayer('martin-sarl', 'Martin SARL', { city: 'Nantes' }),
    aPayer('martin-sas', 'Martin SAS', { city: 'Brest' }),
    aPayer('lefevre', 'M. Jean Lefèvre'),
    aPayer('batiplus', 'Bâti Plus'),
    aPayer('chenes', 'Les Trois Chênes Distribution'),
    ...Array.from({ length: 40 }, (_, at) =>
      aPayer(`x${at}`, `Société ${String.fromCharCode(97 + (at % 26)).repeat(7)}${at}`),
    ),
  ]);
  const best = (text: string, isBounded = true) => index.find(text, isBounded)[0];

  it.each([
    ['without form', 'MENUISERIE DUPONT', 'dupont'],
    ['another form in front', 'ETS MENUISERIE DUPONT', 'dupont'],
    ['words in another order', 'DUPONT MENUISERIE', 'dupont'],
    ['with the town', 'MENUISERIE DUPONT LYON', 'dupont'],
    ['a letter missing', 'MENUISRIE DUPONT', 'dupont'],
    ['an initial', 'J LEFEVRE', 'lefevre'],
    ['glued together', 'BATIPLUS', 'batiplus'],
    ['cut off', 'LES TROIS CHENES DISTRIBU', 'chenes'],
  ])('%s', (_, written, clientId) => {
    expect(best(written)?.clientId).toBe(clientId);
    expect(best(written)?.likeness ?? 0).toBeGreaterThan(0.75);
  });

  it('another trade of that name is less alike', () => {
    expect(best('PLOMBERIE DUPONT')?.likeness ?? 0).toBeLessThan(0.9);
  });

  it('the legal form or the town tells namesakes apart, where it is written', () => {
    expect(best('MARTIN SAS')?.clientId).toBe('martin-sas');
    expect(best('MARTIN NANTES')?.clientId).toBe('martin-sarl');
    const [first, second] = index.find('MARTIN', true);
    expect(first?.rank).toBe(second?.rank);
  });

  it('a name inside a text is found, an unknown one is not', () => {
    expect(best('VIR MENUISERIE DUPONT FACTURE 12', false)?.clientId).toBe('dupont');
    expect(index.find('ZORGLUB INDUSTRIES', true)).toEqual([]);
  });
});

it('one typo: missing, added, other or swapped letters', () => {
  for (const written of ['dupnt', 'duppont', 'dupant', 'dupotn'])
    expect(differsByOneTypo(written, 'dupont')).toBe(true);
  for (const written of ['dupont', 'dpnt', 'durand']) expect(differsByOneTypo(written, 'dupont')).toBe(false);
});
