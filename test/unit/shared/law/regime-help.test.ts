import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { lasting } from '../../../../shared/law/lasting-parameter.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { capitalisationLaw, regimeHelp } from '../../../../shared/law/regime-help.ts';

const today = day('2026-11-22');
const help = (regime: Parameters<typeof regimeHelp>[0]) => regimeHelp(regime, today, shippedParameters);
const saysOf = (regime: Parameters<typeof regimeHelp>[0], article: string) =>
  help(regime).law.find((entry) => entry.article.startsWith(article))?.says;

describe('the help on a regime', () => {
  it.each([
    [
      'b2b',
      ['C. com. art. L441-10 I', 'C. com. art. L441-10 II', 'C. com. art. D441-5', 'C. com. art. L441-16'],
    ],
    [
      'public',
      [
        'CCP art. R2192-10',
        'CCP art. R2192-12',
        'CCP art. L2192-13',
        'CCP art. R2192-31',
        'CCP art. D2192-35',
      ],
    ],
    [
      'b2c',
      ['C. civ. art. 1231-6', 'C. consom. art. R212-2', 'C. consom. art. L218-2', 'C. consom. art. L612-1'],
    ],
    ['non-professional', ['C. consom. article liminaire', 'C. civ. art. 1231-6', 'C. com. art. L110-4']],
  ] as const)('rests on its articles: %s', (regime, articles) => {
    const { law, summary } = help(regime);
    expect(summary.length).toBeGreaterThan(40);
    for (const article of articles) expect(saysOf(regime, article), article).toBeDefined();
    for (const { article } of law)
      expect(article).toMatch(/^(?:C\. (?:com|civ|consom)\.|CCP|Loi) (?:art|68-1250)/u);
    expect(law.every(({ says }) => says.endsWith('.') && !says.includes('…'))).toBe(true);
  });

  it('takes its figures from the table of law', () => {
    expect(saysOf('b2b', 'C. com. art. L441-10 I')).toContain('dû 30\u00A0jours après la réception');
    expect(saysOf('b2b', 'C. com. art. L441-10 I')).toContain('60\u00A0jours après l’émission');
    expect(saysOf('b2b', 'C. com. art. L441-10 II')).toContain('majoré de 10\u00A0points');
    expect(saysOf('b2b', 'C. com. art. L441-16')).toContain('75\u202F000\u00A0€');
    expect(saysOf('public', 'CCP art. R2192-10')).toContain('sous 50\u00A0jours');
    expect(saysOf('b2c', 'C. consom. art. L218-2')).toContain('2\u00A0ans');
    const table = [...shippedParameters, lasting('recovery-indemnity', 5000, '2027-01-01', 'Décret à venir')];
    expect(regimeHelp('b2b', day('2027-01-01'), table).summary).toContain('50\u00A0€');
    expect(regimeHelp('b2b', today, table).summary).toContain('40\u00A0€');
  });

  it('names the 40 € in the summary of every regime, and the 5 years where they apply', () => {
    for (const regime of ['b2b', 'public', 'b2c', 'non-professional'] as const)
      expect(help(regime).summary, regime).toContain('40\u00A0€');
    expect(help('non-professional').unsettled).toContain('les 40\u00A0€ dépendent');
    expect(saysOf('b2b', 'C. com. art. L110-4\u00A0; C. civ. art. 2224')).toContain('5\u00A0ans');
    expect(saysOf('public', 'Loi 68-1250 du 31 décembre 1968, art. 1')).toContain('4\u00A0ans');
  });

  it('leaves a figure out that is not known, rather than guess it', () => {
    expect(regimeHelp('b2b', today, []).summary).toContain('ouvre droit à … d’indemnité');
  });

  it('says where the law is not settled', () => {
    expect(help('non-professional').unsettled).toMatch(/^La loi ne tranche pas/u);
    expect(help('non-professional').unsettled).toContain('choisissez «\u00A0Professionnel\u00A0»');
    for (const regime of ['b2b', 'public', 'b2c'] as const) expect(help(regime).unsettled).toBeUndefined();
  });

  it('knows when interest bears interest', () => {
    expect(capitalisationLaw.article).toBe('C. civ. art. 1343-2');
    expect(capitalisationLaw.says).toContain('que si le contrat le prévoit');
  });
});
