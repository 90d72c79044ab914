import { describe, expect, it } from 'vitest';
import { recordPresentation } from '../../../../../renderer/db/commands/letter-chain.ts';
import { formalNoticePresentedOn } from '../../../../../shared/claims/formal-notice.ts';
import type { Instant } from '../../../../../shared/dates/clock.ts';
import { type Day, day } from '../../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import type { Reminder } from '../../../../../shared/reminders/reminder.ts';
import {
  claimsClient,
  claimsInvoice,
  claimsLedger,
  postedNotice,
} from '../../../shared/claims/claims-ledger.ts';

const context = {
  now: '2026-11-22T09:00:00.000Z' as Instant,
  today: day('2026-11-22'),
  newId: () => 'id',
};
const notice = postedNotice(['FA1'], day('2026-11-10'));
const ledger = claimsLedger({
  client: claimsClient({ regime: 'b2c', name: 'M. Œillet' }),
  invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
  reminders: [notice],
});

const presentedAt = (from: Ledger, presentedOn: Day | undefined): Ledger => {
  const result = recordPresentation(from, { id: notice.id, presentedOn }, context);
  if (!result.ok) throw new Error(result.error.message);
  const [write] = result.value.writes;
  return { ...from, reminders: new Map([[notice.id, write?.after as Reminder]]) };
};

describe('recordPresentation', () => {
  it('gives the day from which a consumer owes interest, and takes it back', () => {
    expect(formalNoticePresentedOn(ledger, 'FA1')).toBeUndefined();
    const presented = presentedAt(ledger, day('2026-11-13'));
    expect(formalNoticePresentedOn(presented, 'FA1')).toBe('2026-11-13');
    expect(formalNoticePresentedOn(presented, 'FA2')).toBeUndefined();
    expect(formalNoticePresentedOn(presentedAt(presented, undefined), 'FA1')).toBeUndefined();
  });

  it('says what it did', () => {
    const result = recordPresentation(ledger, { id: notice.id, presentedOn: day('2026-11-13') }, context);
    expect(result).toMatchObject({
      ok: true,
      value: { label: 'Courrier à M. Œillet présenté le 13/11/2026', undo: 'allowed' },
    });
  });

  it('refuses a day before the deposit, in the future, or of a letter that was not posted', () => {
    const kindOf = (id: string, presentedOn: string): string => {
      const result = recordPresentation(ledger, { id, presentedOn: day(presentedOn) }, context);
      return result.ok ? 'ok' : result.error.kind;
    };
    expect(kindOf(notice.id, '2026-11-09')).toBe('before-deposit');
    expect(kindOf(notice.id, '2026-11-10')).toBe('ok');
    expect(kindOf(notice.id, '2026-11-23')).toBe('future');
    expect(kindOf('other', '2026-11-13')).toBe('not-posted');
  });
});
