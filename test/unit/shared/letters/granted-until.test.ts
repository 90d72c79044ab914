import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../../shared/ledger/client-letter.ts';
import type { Dispatch } from '../../../../shared/ledger/dispatch.ts';
import { letterGrantedUntil } from '../../../../shared/letters/granted-until.ts';
import { ledgerOf, now } from './kinds/sample-ledger.ts';

const notice: ClientLetter = {
  id: 'l1',
  clientId: 'c1',
  kind: 'forfeiture-notice',
  invoiceIds: [],
  registered: true,
  writtenOn: day('2026-11-02'),
  subject: 'Objet',
  body: 'Texte',
  state: { kind: 'to-print', writtenAt: now },
  documents: [],
};

const until = (dispatch: Partial<Dispatch>, over: Partial<ClientLetter>): string | undefined =>
  letterGrantedUntil(
    ledgerOf(),
    { table: 'letters', row: { ...notice, ...over } },
    { depositedOn: day('2026-11-03'), trackingNumber: '', recordedAt: now, ...dispatch },
  );

describe('the time that a letter beside the reminders grants', () => {
  const granting = { grantedDays: 8, deadlineOn: day('2026-11-13') };

  it('counts from its presentation, never before the day that is printed on it', () => {
    expect(until({ presentedOn: day('2026-11-16') }, granting)).toBe('2026-11-24');
    expect(until({ presentedOn: day('2026-11-04') }, granting)).toBe('2026-11-13');
  });

  it('counts from the delivery where the letter was fetched later', () => {
    const presentedOn = day('2026-11-05');
    expect(until({ presentedOn, outcome: { kind: 'delivered', on: day('2026-11-17') } }, granting)).toBe(
      '2026-11-25',
    );
    expect(until({ presentedOn, outcome: { kind: 'unclaimed', on: day('2026-11-23') } }, granting)).toBe(
      '2026-11-13',
    );
  });

  it('ends on a working day', () => {
    // 14/11/2026 is a Saturday.
    expect(until({ presentedOn: day('2026-11-06') }, { grantedDays: 8 })).toBe('2026-11-16');
  });

  it('does not run while nobody knows of a receipt, nor after the letter missed him', () => {
    expect(until({}, granting)).toBeUndefined();
    const presentedOn = day('2026-11-05');
    expect(
      until({ presentedOn, outcome: { kind: 'lost', on: day('2026-11-20') } }, granting),
    ).toBeUndefined();
    expect(until({ outcome: { kind: 'unknown-address', on: day('2026-11-06') } }, granting)).toBeUndefined();
  });

  it('is the printed day where no days are counted', () => {
    const presentedOn = day('2026-11-16');
    expect(until({ presentedOn }, { deadlineOn: day('2026-11-13') })).toBe('2026-11-13');
    expect(until({ presentedOn }, {})).toBeUndefined();
  });
});
