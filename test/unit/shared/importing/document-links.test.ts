import { describe, expect, it } from 'vitest';
import { documentLinker } from '../../../../shared/importing/document-links.ts';

const link = (name: string, ...numbers: readonly string[]): string => {
  const found = documentLinker(numbers.map((number) => ({ id: number, number })))(name);
  switch (found.kind) {
    case 'one':
      return found.id;
    case 'several':
      return found.ids.join(' + ');
    case 'none':
      return '-';
  }
};

describe('which invoice a file name speaks of', () => {
  it.each([
    ['FA-2026-012.pdf', 'FA-2026-012'],
    ['Facture FA2026-012 Dupont.pdf', 'FA-2026-012'],
    ['facture_fa2026012.PDF', 'FA-2026-012'],
    ['2026-11/Dupont/FA 2026 12.pdf', 'FA-2026-012'],
    ['copie de facture n° 2026-0012.pdf', '2026-012'],
    ['12.pdf', '12'],
    ['Facture 12.pdf', '12'],
    ['Avoir AV-7 (été).pdf', 'AV-7'],
  ])('%s', (name, number) => {
    expect(link(name, number, 'ZZ-999', 'FA-2026-01', 'F-1')).toBe(number);
  });

  it.each([
    ['2026-11-12 Dupont.pdf', '12'],
    ['Dupont 2026.pdf', '2026'],
    ['FA-2026-0125.pdf', 'FA-2026-012'],
    ['PROFA-12.pdf', 'FA-12'],
    ['contrat.pdf', 'F-1'],
    ['.pdf', 'F-1'],
  ])('%s is not %s', (name, number) => {
    expect(link(name, number)).toBe('-');
  });

  it('is never guessed where two invoices fit', () => {
    expect(link('F-1 et F-2.pdf', 'F-1', 'F-2')).toBe('F-1 + F-2');
    const twice = documentLinker([
      { id: 'a', number: 'F-1' },
      { id: 'b', number: 'f 1' },
    ]);
    expect(twice('F-1.pdf')).toEqual({ kind: 'several', ids: ['a', 'b'] });
  });

  it('prefers the whole number to a shorter one inside it', () => {
    expect(link('FA-2026-12.pdf', 'FA-2026', 'FA-2026-12', '2026-12')).toBe('FA-2026-12');
  });

  it('bears names of any length', () => {
    expect(link(`${'a1'.repeat(5000)}.pdf`, 'F-1')).toBe('-');
  });
});
