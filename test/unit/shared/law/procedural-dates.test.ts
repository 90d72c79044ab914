import { describe, expect, it } from 'vitest';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import {
  claimDeclarationDeadline,
  foreclosureReliefDeadline,
  insolvencyPaymentAnnulmentDeadline,
  nonContestationRecordDay,
  nonContestationServiceDeadline,
  paymentOrderFeeDeadline,
  paymentOrderOppositionDeadline,
  paymentOrderServiceDeadline,
  proceduralDeadline,
  reservedTitleClaimDeadline,
  smallClaimsAnswerDeadline,
} from '../../../../shared/law/procedural-dates.ts';

describe('procedural dates', () => {
  it('gives an order to pay 6 months before September 2026 and 3 since', () => {
    expect(paymentOrderServiceDeadline('2026-08-31', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2027-02-28', extended: '2027-03-01' },
    });
    expect(paymentOrderServiceDeadline('2026-09-01', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2026-12-01', extended: '2026-12-01' },
    });
    expect(paymentOrderServiceDeadline('2026-11-30', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2027-02-28', extended: '2027-03-01' },
    });
  });

  it('moves a Sunday and a holiday to the next working day and shows both', () => {
    expect(paymentOrderOppositionDeadline('2026-10-15', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2026-11-15', extended: '2026-11-16' },
    });
    expect(claimDeclarationDeadline('2026-09-11', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2026-11-11', extended: '2026-11-12' },
    });
  });

  it('counts the month, then the eight days, of CPCEx L126', () => {
    expect(nonContestationRecordDay('2026-10-05')).toEqual({ ok: true, value: '2026-11-13' });
  });

  it.each([
    ['opposition', paymentOrderOppositionDeadline, '2026-02-10'],
    ['registry fee', paymentOrderFeeDeadline, '2026-01-25'],
    ['small claims', smallClaimsAnswerDeadline, '2026-02-10'],
    ['declaration of claim', claimDeclarationDeadline, '2026-03-10'],
    ['relief of foreclosure', foreclosureReliefDeadline, '2026-07-10'],
    ['reserved title', reservedTitleClaimDeadline, '2026-04-10'],
    ['annulment of a payment', insolvencyPaymentAnnulmentDeadline, '2029-01-10'],
  ] as const)('%s', (_name, deadline, raw) => {
    expect(deadline('2026-01-10', 'metropole')).toMatchObject({ ok: true, value: { raw } });
    expect(deadline('2026-01-10', 'metropole', [])).toMatchObject({
      ok: false,
      error: { kind: 'missing-parameter', on: '2026-01-10' },
    });
  });

  it('gives a creditor overseas two months more to declare his claim', () => {
    const overseas = { creditorOverseas: true };
    expect(claimDeclarationDeadline('2026-09-11', 'reunion', shippedParameters, overseas)).toEqual({
      ok: true,
      value: { raw: '2027-01-11', extended: '2027-01-11' },
    });
    const without = shippedParameters.filter(({ name }) => name !== 'claim-declaration-overseas');
    expect(claimDeclarationDeadline('2026-09-11', 'reunion', without, overseas)).toMatchObject({
      error: { name: 'claim-declaration-overseas' },
    });
    expect(claimDeclarationDeadline('2026-09-11', 'reunion', without)).toMatchObject({ ok: true });
  });

  it('knows the procedure for uncontested claims since the law of April 2026', () => {
    expect(nonContestationServiceDeadline('2026-11-13', 'metropole')).toEqual({
      ok: true,
      value: { raw: '2027-05-13', extended: '2027-05-13' },
    });
    expect(nonContestationRecordDay('2026-04-23')).toMatchObject({
      error: { name: 'non-contestation-answer' },
    });
    const without = shippedParameters.filter(({ name }) => name !== 'non-contestation-record-days');
    expect(nonContestationRecordDay('2026-10-05', without)).toMatchObject({
      error: { name: 'non-contestation-record-days' },
    });
  });

  it('does not count the day of the event', () => {
    expect(proceduralDeadline('2026-11-24', { days: 8 }, 'metropole').raw).toBe('2026-12-02');
    expect(proceduralDeadline('2026-01-31', { months: 1 }, 'metropole').raw).toBe('2026-02-28');
    expect(proceduralDeadline('2026-01-31', { months: 1, days: 1 }, 'metropole')).toEqual({
      raw: '2026-03-01',
      extended: '2026-03-02',
    });
  });

  it('follows the holidays of the place', () => {
    expect(proceduralDeadline('2026-03-27', { days: 7 }, 'metropole').extended).toBe('2026-04-03');
    expect(proceduralDeadline('2026-03-27', { days: 7 }, 'alsace-moselle').extended).toBe('2026-04-07');
  });
});
