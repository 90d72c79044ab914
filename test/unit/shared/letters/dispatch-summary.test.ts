import { describe, expect, it } from 'vitest';
import type { InsolvencyClaim } from '../../../../shared/claims/insolvency-claim.ts';
import { supportingDocuments } from '../../../../shared/claims/supporting-documents.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispatch, DispatchMode } from '../../../../shared/ledger/dispatch.ts';
import { dispatchSummary } from '../../../../shared/letters/dispatch-summary.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const deposited: Dispatch = {
  depositedOn: day('2026-11-02'),
  trackingNumber: '1A12345678901',
  recordedAt: '2026-11-02T15:00:00.000Z' as Instant,
};
const presentedOn = day('2026-11-04');

describe('the chain of a letter in one line', () => {
  it.each<[DispatchMode, Partial<Dispatch>, string]>([
    ['registered', {}, 'lettre recommandée avec avis de réception n°\u00A01A12345678901'],
    [
      'registered',
      { presentedOn, outcome: { kind: 'delivered', on: day('2026-11-12'), signatory: 'Mme Lenoir' } },
      'lettre recommandée avec avis de réception n°\u00A01A12345678901, présentée le 04/11/2026, distribuée le 12/11/2026 à Mme Lenoir',
    ],
    [
      'registered',
      { presentedOn, outcome: { kind: 'unclaimed', on: day('2026-11-20') } },
      'lettre recommandée avec avis de réception n°\u00A01A12345678901, présentée le 04/11/2026, non réclamée le 20/11/2026',
    ],
    [
      'electronic-registered',
      { trackingNumber: 'LRE77', presentedOn, outcome: { kind: 'refused', on: day('2026-11-06') } },
      'lettre recommandée électronique réf.\u00A0LRE77, avisée le 04/11/2026, refusée le 06/11/2026',
    ],
    [
      'bailiff',
      { trackingNumber: '', presentedOn, outcome: { kind: 'delivered', on: presentedOn } },
      'commissaire de justice, signifiée le 04/11/2026',
    ],
    [
      'hand-delivered',
      { trackingNumber: '', presentedOn, outcome: { kind: 'delivered', on: presentedOn } },
      'remise en main propre contre décharge, remise le 04/11/2026',
    ],
  ])('by %s', (mode, known, text) => {
    expect(dispatchSummary({ ...deposited, ...known }, mode)).toBe(text);
  });
});

it('stands with its presentation and its outcome among the pieces of a declaration', () => {
  const notice = postedNotice(['FA1'], day('2026-11-02'), presentedOn);
  const invoice = claimsInvoice('FA1', 1000, '2026-08-31');
  const ledger = claimsLedger({
    invoices: [invoice],
    reminders: [
      {
        ...notice,
        state: {
          ...deposited,
          kind: 'posted',
          presentedOn,
          outcome: { kind: 'refused', on: day('2026-11-04') },
        },
      },
    ],
  });
  const claim = {
    lines: [{ invoice }],
    credits: [],
    due: { interestCents: 0 },
    interestUntil: day('2026-11-20'),
  } as unknown as InsolvencyClaim;
  expect(supportingDocuments(ledger, claim)).toEqual([
    'Facture FA1 du 05/01/2026',
    'Mise en demeure du 02/11/2026, lettre recommandée avec avis de réception n°\u00A01A12345678901, présentée le 04/11/2026, refusée le 04/11/2026',
  ]);
});
