import { describe, expect, it } from 'vitest';
import {
  recordDepositList,
  recordDuplicate,
  recordReprint,
} from '../../../../../renderer/db/commands/reprints.ts';
import type { Instant } from '../../../../../shared/dates/clock.ts';
import { day } from '../../../../../shared/dates/day.ts';
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
  client: claimsClient({ name: 'Œillet SARL' }),
  invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
  reminders: [notice],
});

describe('reprints', () => {
  it('tell the journal which pages were printed again, and change no row', () => {
    const one = recordReprint(ledger, { pages: [4], pageCount: 12 }, context);
    expect(one).toMatchObject({ ok: true, value: { label: 'Page 4 réimprimée (sur 12)', writes: [] } });
    const several = recordReprint(ledger, { pages: [4, 7, 8], pageCount: 12 }, context);
    expect(several).toMatchObject({ ok: true, value: { label: '3 pages réimprimées (4, 7-8 sur 12)' } });
    expect(recordReprint(ledger, { pages: [], pageCount: 12 }, context).ok).toBe(false);
  });

  it('tell the client’s journal of a duplicate', () => {
    expect(recordDuplicate(ledger, { reminderId: notice.id }, context)).toMatchObject({
      ok: true,
      value: {
        label: 'Duplicata du courrier à Œillet SARL imprimé',
        clientId: notice.clientId,
        undo: 'refused',
      },
    });
    expect(recordDuplicate(ledger, { reminderId: 'gone' }, context).ok).toBe(false);
  });

  it('keep the deposit list as a document', () => {
    const hash = 'a'.repeat(64);
    const kept = recordDepositList(ledger, { hash, name: 'Bordereau.pdf', letters: 3 }, context);
    expect(kept).toMatchObject({
      ok: true,
      value: {
        label: 'Bordereau de dépôt de 3\u00A0plis préparé',
        writes: [{ table: 'documents', key: hash }],
      },
    });
  });
});
