import { expect, it } from 'vitest';
import {
  disputeOfDraft,
  draftOfDispute,
  newDispute,
} from '../../../../../renderer/features/agreements/dispute-draft.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';

it('is the whole invoice until a part is asked for, which then needs its amount', () => {
  const draft = newDispute('price', ' Trop cher ');
  expect(disputeOfDraft(draft)).toEqual({
    disputedCents: undefined,
    reason: 'price',
    note: 'Trop cher',
    memo: '',
  });
  expect(disputeOfDraft({ ...draft, scope: 'part' })).toBeUndefined();
  expect(disputeOfDraft({ ...draft, scope: 'part', disputedCents: cents(500) })?.disputedCents).toBe(500);
});

it('forgets the amount of a part when the whole is contested again', () => {
  const draft = draftOfDispute({
    id: 'd1',
    clientId: 'c1',
    invoiceId: 'f1',
    disputedCents: cents(500),
    reason: 'quality',
    note: 'Rayures',
    openedOn: day('2026-11-20'),
    memo: 'Voir Paul',
  });
  expect(draft).toMatchObject({ scope: 'part', disputedCents: 500, memo: 'Voir Paul' });
  expect(disputeOfDraft({ ...draft, scope: 'whole' })?.disputedCents).toBeUndefined();
});
