import { expect, test, vi } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { ClientLetter, ClientLetterState } from '../../../../shared/ledger/client-letter.ts';
import { aLedger, noonOf } from '../../shared/reminders/sample-ledger.ts';

vi.stubGlobal('window', { acquit: {} });
const { lettersToDo } = await import('../../../../renderer/application/scheduler-sync.ts');

const letter = (id: string, state: ClientLetterState): readonly [string, ClientLetter] => [
  id,
  {
    id,
    clientId: 'c1',
    kind: 'free',
    invoiceIds: [],
    registered: false,
    writtenOn: day('2026-11-20'),
    subject: 'Objet',
    body: 'Texte',
    state,
    documents: [],
  },
];

test('letters beside the reminders wait for the printer too, those printed or withdrawn do not', () => {
  const at = noonOf('2026-11-20');
  const ledger = {
    ...aLedger({}),
    letters: new Map([
      letter('l1', { kind: 'to-print', writtenAt: at }),
      letter('l2', { kind: 'to-print', writtenAt: at }),
      letter('l3', { kind: 'printed', printedAt: at }),
      letter('l4', { kind: 'withdrawn', withdrawnAt: at }),
    ]),
  };
  expect(lettersToDo(ledger, day('2026-11-23'))).toBe(2);
});
