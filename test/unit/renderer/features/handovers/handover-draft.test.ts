import { expect, it } from 'vitest';
import {
  draftOfHandover,
  newHandover,
  termsOfDraft,
  withName,
} from '../../../../../renderer/features/handovers/handover-draft.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Handover } from '../../../../../shared/ledger/handover.ts';
import { handoverChanges } from '../../../../../shared/ledger/handover-changes.ts';
import { cents } from '../../../../../shared/money/cents.ts';

const today = day('2026-11-23');

const handover: Handover = {
  id: 'h1',
  clientId: 'c1',
  invoiceIds: ['f1'],
  collector: {
    kind: 'bailiff',
    name: 'Étude Castan',
    address: { lines: ['6 place', 'Bâtiment B'], postcode: '73000', city: 'Chambéry' },
    email: 'etude@castan.test',
  },
  handedOverOn: today,
  claimCents: cents(100_000),
  fee: { kind: 'share', basisPoints: 1000, vatBasisPoints: 2000 },
  reference: 'CM-1',
  note: 'Premier appel lundi',
  documents: [],
};

it('comes back from the form as it went in', () => {
  const terms = termsOfDraft(draftOfHandover(handover));
  expect(handover).toMatchObject(terms ?? {});
  expect(terms && handoverChanges(handover, terms)).toEqual([]);
});

it.each([
  ['the name', { name: ' ' }],
  ['the day', { handedOverOn: undefined }],
  ['the share', { basisPoints: undefined }],
  ['the sum', { feeKind: 'fixed' as const }],
])('is not complete without %s', (_what, missing) => {
  expect(termsOfDraft({ ...draftOfHandover(handover), ...missing })).toBeUndefined();
});

it('knows a partner again by his name, and leaves out what is empty', () => {
  const picked = withName(newHandover(today), 'Étude Castan', [handover.collector]);
  expect(termsOfDraft(picked)?.collector).toEqual(handover.collector);
  const other = withName(newHandover(today), 'Recouvra', [handover.collector]);
  expect(termsOfDraft(other)).toEqual({
    collector: { kind: 'agency', name: 'Recouvra' },
    handedOverOn: today,
    fee: { kind: 'none' },
    note: '',
  });
});

it('names what changed', () => {
  const terms = termsOfDraft({
    ...draftOfHandover(handover),
    phone: '04 65 71 00 00',
    feeKind: 'fixed',
    feeCents: cents(15_000),
    reference: '',
    note: '',
  });
  expect(terms && handoverChanges(handover, terms)).toEqual([
    'coordonnées',
    'rémunération de 150,00\u00A0€\u00A0HT, TVA de 20,00\u00A0% en sus au lieu de 10,00\u00A0%\u00A0HT des sommes encaissées, TVA de 20,00\u00A0% en sus',
    'référence retirée',
    'note',
  ]);
});
