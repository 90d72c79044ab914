import { describe, expect, it } from 'vitest';
import { resendLetter } from '../../../../../renderer/db/commands/letter-chain.ts';
import { detachDocument } from '../../../../../renderer/db/commands/letter-proofs.ts';
import { markPrinted, recordPosting } from '../../../../../renderer/db/commands/letters.ts';
import {
  recordDepositList,
  recordDuplicate,
  recordReprint,
} from '../../../../../renderer/db/commands/reprints.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { claimsClient, claimsLedger } from '../../../shared/claims/claims-ledger.ts';
import { noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const free: ClientLetter = {
  id: 'l1',
  clientId: 'c1',
  kind: 'free',
  invoiceIds: [],
  registered: true,
  writtenOn: day('2026-11-01'),
  subject: 'Objet',
  body: '',
  state: { kind: 'to-print', writtenAt: noonOf('2026-11-01') },
  documents: [],
};
const ledger: Ledger = {
  ...claimsLedger({ client: claimsClient(), invoices: [] }),
  letters: new Map([['l1', free]]),
};
const document = { hash: 'a'.repeat(64), name: 'Lettre.pdf', mediaType: 'application/pdf' };
const printing = decided(markPrinted, ledger, { letters: [{ id: 'l1', document }] }, '2026-11-02');
const printed = applied(ledger, printing);

describe('a letter that came well out of the printer', () => {
  it('keeps which document it is, and that document enters the journal', () => {
    expect(printing).toMatchObject({ label: '1 courrier imprimé', undo: 'allowed' });
    expect(rowsOf(printing, 'documents')).toEqual([document]);
    expect(rowsOf(printing, 'letters')).toEqual([
      {
        ...free,
        state: { kind: 'printed', printedAt: noonOf('2026-11-02') },
        letterHash: document.hash,
        documents: [document],
      },
    ]);
  });

  it('has the new document as its letter when it is printed again, and keeps the first', () => {
    const again = { ...document, hash: 'b'.repeat(64) };
    const second = decided(markPrinted, printed, { letters: [{ id: 'l1', document: again }] }, '2026-11-03');
    expect(rowsOf(second, 'letters')[0]).toMatchObject({
      letterHash: again.hash,
      documents: [document, again],
    });
    const same = decided(markPrinted, printed, { letters: [{ id: 'l1', document }] }, '2026-11-03');
    expect(rowsOf(same, 'letters')[0]?.documents).toEqual([document]);
  });

  it('does not lose its own document, and cannot have left before it was printed', () => {
    expect(refused(detachDocument, printed, { id: 'l1', hash: document.hash }).kind).toBe('letter');
    const wish = { id: 'l1', trackingNumber: '1A12345678901' };
    expect(refused(recordPosting, printed, { ...wish, depositedOn: day('2026-11-01') }).kind).toBe('order');
    const posted = applied(
      printed,
      decided(recordPosting, printed, { ...wish, depositedOn: day('2026-11-02') }),
    );
    expect(posted.letters.get('l1')?.state).toMatchObject({ kind: 'posted', printedOn: '2026-11-02' });
    expect(refused(markPrinted, posted, { letters: [{ id: 'l1', document }] }).kind).toBe('wrong-state');
  });
});

describe('a letter that is sent again', () => {
  const state = {
    kind: 'posted',
    printedOn: day('2026-11-02'),
    depositedOn: day('2026-11-03'),
    trackingNumber: '1A12345678901',
    outcome: { kind: 'unknown-address', on: day('2026-11-06') },
    recordedAt: noonOf('2026-11-03'),
  } as const;
  const proof = { hash: 'c'.repeat(64), name: 'Dépôt.jpg', mediaType: 'image/jpeg' };
  const returned: Ledger = {
    ...printed,
    letters: new Map([['l1', { ...free, state, letterHash: document.hash, documents: [document, proof] }]]),
  };

  it('begins anew, without the print and the proofs of the one that failed, which is filed with them', () => {
    const [failed, again] = rowsOf(decided(resendLetter, returned, { id: 'l1' }), 'letters');
    expect(failed).toMatchObject({
      id: 'l1',
      documents: [document, proof],
      state: { filedOn: '2026-11-23', resentOn: '2026-11-23' },
    });
    expect(again).toEqual({
      ...free,
      id: 'new-1',
      writtenOn: '2026-11-23',
      state: { kind: 'to-print', writtenAt: noonOf('2026-11-23') },
    });
  });
});

describe('what was printed once more', () => {
  it('is in the journal for good: nothing of it can be undone', () => {
    expect(decided(recordReprint, ledger, { pages: [4], pageCount: 12 }).undo).toBe('refused');
    expect(decided(recordDuplicate, ledger, { reminderId: 'l1' })).toMatchObject({
      undo: 'refused',
      writes: [],
      clientId: 'c1',
    });
    const list = { hash: 'd'.repeat(64), name: 'Bordereau.pdf', letters: 1 };
    const kept = decided(recordDepositList, ledger, list);
    expect(kept.undo).toBe('refused');
    expect(rowsOf(kept, 'documents')).toEqual([
      { hash: list.hash, name: list.name, mediaType: 'application/pdf' },
    ]);
  });
});
