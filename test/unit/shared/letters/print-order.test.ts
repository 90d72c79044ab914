import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../../shared/ledger/client-letter.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { PaperLetter } from '../../../../shared/letters/paper-letter.ts';
import { paperReadiness } from '../../../../shared/letters/paper-readiness.ts';
import { inPrintOrder } from '../../../../shared/letters/print-order.ts';
import { client } from './sample-letter.ts';

const clients = [
  ['zoe', 'Zoé SARL', '69100'],
  ['emile', 'Émile', '01000'],
  ['armand', 'Armand', '33000'],
] as const;

const written = (clientId: string, over: Partial<ClientLetter> = {}): PaperLetter => ({
  table: 'letters',
  row: {
    id: `l-${clientId}`,
    clientId,
    kind: 'free',
    subject: 'Votre commande',
    body: 'Bonjour.',
    invoiceIds: [],
    registered: false,
    documents: [],
    writtenOn: day('2026-11-23'),
    state: { kind: 'to-print', writtenAt: '2026-11-23T08:00:00.000Z' as Instant },
    ...over,
  },
});

const ledger: Ledger = {
  ...emptyLedger(),
  clients: new Map(
    clients.map(([id, name, postcode]) => [
      id,
      { ...client(), id, name, address: { lines: ['1 rue A'], postcode, city: 'Ville' } },
    ]),
  ),
};

const orderOf = (letters: readonly PaperLetter[], order: 'postcode' | 'name' | 'approval'): string => {
  const readiness = new Map(
    letters.map((letter) => [letter.row.id, paperReadiness(ledger, letter, day('2026-11-23'))]),
  );
  return inPrintOrder(ledger, letters, order, readiness)
    .map(({ row }) => row.clientId)
    .join(' ');
};

describe('letters to print, in a list', () => {
  const letters = clients.map(([id]) => written(id));

  it('stand as their batch will', () => {
    expect(orderOf(letters, 'approval')).toBe('zoe emile armand');
    expect(orderOf(letters, 'postcode')).toBe('emile armand zoe');
    expect(orderOf(letters, 'name')).toBe('armand emile zoe');
  });

  it('stand there too while they cannot be printed', () => {
    const unready = clients.map(([id]) => written(id, id === 'emile' ? { body: '' } : {}));
    expect(orderOf(unready, 'postcode')).toBe('emile armand zoe');
    expect(orderOf([...unready, written('gone')], 'name')).toBe('gone armand emile zoe');
  });
});
