import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { rateAdvice } from '../../../../shared/law/rate-advice.ts';
import type { DebtorRegime, InterestRate } from '../../../../shared/ledger/client.ts';

const advice = (regime: DebtorRegime, rate: InterestRate, on = '2026-11-22') =>
  rateAdvice(regime, rate, day(on), shippedParameters);
const fixed = (basisPoints: number): InterestRate => ({ kind: 'fixed', basisPoints });

describe('advice on a late-payment rate', () => {
  it.each([
    ['b2b', '12,40\u00A0% au 2ᵉ semestre 2026'],
    ['public', '10,40\u00A0% au 2ᵉ semestre 2026'],
    ['b2c', '2,75\u00A0% au 2ᵉ semestre 2026'],
  ] as const)('says what the law gives against %s', (regime, now) => {
    expect(advice(regime, { kind: 'statutory' })).toEqual({ now, floor: undefined, warning: undefined });
  });

  it('shows the floor of the semester between businesses, and warns below it', () => {
    const floor =
      'Plancher du 2ᵉ semestre 2026\u00A0: 8,25\u00A0% (3\u00A0fois le taux légal, C. com. art. L441-10 II).';
    const lowestRate = { kind: 'legal-multiple', times: 3 };
    expect(advice('b2b', fixed(825))).toEqual({ now: undefined, floor, lowestRate, warning: undefined });
    expect(advice('b2b', fixed(824))).toMatchObject({
      floor,
      lowestRate,
      warning: {
        kind: 'rate-below-floor',
        text: expect.stringMatching(/^8,24\u00A0% est inférieur au plancher de 8,25\u00A0%\. .*pas tranché/u),
      },
    });
    expect(advice('b2b', { kind: 'legal-multiple', times: 3 })).toMatchObject({
      now: '8,25\u00A0% au 2ᵉ semestre 2026',
      warning: undefined,
    });
    expect(advice('b2b', { kind: 'ecb-plus', points: 5 }).warning?.kind).toBe('rate-below-floor');
  });

  it('goes by the semester of the day', () => {
    expect(advice('b2b', fixed(1200), '2026-06-30').warning).toBeUndefined();
    expect(advice('b2b', fixed(1200), '2024-06-30').warning?.kind).toBe('rate-below-floor');
  });

  it('names the semester whose rates are not known', () => {
    expect(advice('b2b', { kind: 'statutory' }, '2027-01-01').now).toBe(
      'Le taux du 1ᵉʳ semestre 2027 n’est pas encore enregistré',
    );
    expect(advice('b2b', fixed(1200), '2027-01-01')).toMatchObject({
      floor:
        'Le taux légal du 1ᵉʳ semestre 2027 n’est pas encore enregistré\u00A0: le plancher n’est pas connu.',
      warning: { kind: 'floor-unknown' },
    });
    expect(advice('b2b', fixed(1200), '2027-01-01').lowestRate).toBeUndefined();
  });

  it('says that a rate cannot be counted with', () => {
    expect(advice('b2b', { kind: 'legal-multiple', times: 1.333 }).now).toBe(
      'Ce taux ne peut pas être calculé',
    );
  });

  it.each([
    ['public', 'public-rate-is-statutory', 'Code de la commande publique'],
    ['b2c', 'contract-rate-on-consumer', 'manifestement disproportionné'],
    ['non-professional', 'contract-rate-on-consumer', 'manifestement disproportionné'],
  ] as const)('warns of a rate agreed with %s', (regime, kind, words) => {
    const { warning, floor } = advice(regime, fixed(500));
    expect(warning).toMatchObject({ kind, text: expect.stringContaining(words) });
    expect(floor).toBeUndefined();
  });
});
