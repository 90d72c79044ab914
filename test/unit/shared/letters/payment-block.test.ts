import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { paymentBlock } from '../../../../shared/letters/payment-block.ts';
import { company, letter } from './sample-letter.ts';

type Node = Record<string, unknown>;

const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
};

const modules = [
  [true, false],
  [false, true],
];

const shown = (over: Partial<LetterModel> = {}, read: (payload: string) => void = () => undefined) => {
  const block = paymentBlock({ ...letter(), ...over }, (payload) => {
    read(payload);
    return modules;
  });
  return nodesIn(block);
};

const textsOf = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/\s+/gu, ' ').trim()] : []));

const base = letter().payment;

describe('how to pay', () => {
  it('names holder, IBAN and reference in groups, and BIC, each beside its name', () => {
    const texts = textsOf(shown());
    const rows = texts.slice(texts.indexOf('Titulaire'), texts.indexOf('Titulaire') + 8);
    expect(rows.slice(0, 6)).toEqual([
      'Titulaire',
      'ATELIER DUPRÉ SARL',
      'IBAN',
      'FR76 3000 6000 0112 3456 7890 189',
      'BIC',
      'AGRIFRPP',
    ]);
    expect(rows[6]).toBe('Référence à rappeler');
    expect(rows[7]).toMatch(/^RF\d\d FA20 2600 1$/u);
  });

  it('keeps the IBAN in one piece at a line end', () => {
    const iban = shown().find(({ text }) => typeof text === 'string' && text.startsWith('FR76'));
    expect(iban?.text).not.toContain(' ');
  });

  it('draws the code of the payload that the letter has, and none where there is none', () => {
    const read: string[] = [];
    expect(textsOf(shown({}, (payload) => read.push(payload)))).toContain('Virement en un scan');
    expect(read).toEqual([base.qrPayload]);
    const { qrPayload: _none, ...bare } = base;
    expect(textsOf(shown({ payment: bare }))).not.toContain('Virement en un scan');
  });

  it('offers link and cheque only where the company has them', () => {
    const plain = textsOf(shown());
    expect(plain).not.toContain('Payer en ligne');
    expect(plain).not.toContain('Par chèque');
    const link = 'https://payer.example/?m=1234.56&r=F-1';
    const nodes = shown({ payment: { ...base, link, chequeOrder: 'Atelier Dupré' } });
    expect(nodes.filter((node) => node.link === link && node.text === link)).toHaveLength(1);
    const texts = textsOf(nodes);
    expect(texts[texts.indexOf('Par chèque') + 1]).toBe('à l’ordre de Atelier Dupré');
    expect(texts[texts.indexOf('Payer en ligne') + 1]).toBe(link);
  });

  it('comes from the settings: exact holder, sum in the link and in the code', () => {
    const { payment, totals } = letter({
      company: {
        ...company,
        accountHolder: ' DUPRÉ HÉLÈNE EI ',
        chequeOrder: ' Atelier Dupré ',
        paymentLink: 'https://payer.example/?m={montant}&r={reference}',
      },
    });
    expect(payment.holder).toBe('DUPRÉ HÉLÈNE EI');
    expect(payment.chequeOrder).toBe('Atelier Dupré');
    const amount = (totals.totalCents / 100).toFixed(2);
    expect(payment.link).toBe(`https://payer.example/?m=${amount}&r=${payment.reference}`);
    expect(payment.qrPayload?.split('\n').slice(5, 8)).toEqual([
      'DUPRÉ HÉLÈNE EI',
      'FR7630006000011234567890189',
      `EUR${amount.replace(/\.?0+$/u, '')}`,
    ]);
    expect(letter({ company: { ...company, accountHolder: ' ' } }).payment.holder).toBe('Atelier Dupré SARL');
  });
});
