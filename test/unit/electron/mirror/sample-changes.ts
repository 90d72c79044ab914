import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Change, RowImage } from '../../../../shared/ledger/change.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { tableNames } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';

const at = '2026-11-22T08:00:00.000Z' as Instant;

export const sampleClient = (id: string, name = `Ets Façades ${id}`): Client => ({
  id,
  name,
  regime: 'b2b',
  segment: 'regular',
  contacts: [{ id: `${id}-c`, name: 'Mme Œuvrard', role: 'accounting', email: `compta@${id}.example` }],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: at,
});

export const sampleInvoice = (id: string, totalCents = 123_456): Invoice => ({
  id,
  clientId: 'c1',
  number: `F-${id}`,
  kind: 'invoice',
  issuedOn: day('2026-10-01'),
  dueOn: day('2026-10-31'),
  totalCents: cents(totalCents),
  currency: 'EUR',
  createdAt: at,
});

/** A change of one page with these images. */
export const changeOf = (sequence: number, images: readonly RowImage[]): Change => ({
  sequence,
  groupSequence: sequence,
  pages: 1,
  at,
  command: 'test',
  label: `Modification n° ${sequence}`,
  undo: 'allowed',
  images,
});

export const putClient = (client: Client): RowImage<'clients'> => ({
  table: 'clients',
  key: client.id,
  before: null,
  after: client,
});

export const putInvoice = (invoice: Invoice): RowImage<'invoices'> => ({
  table: 'invoices',
  key: invoice.id,
  before: null,
  after: invoice,
});

/** Changes 1 to `count`, one invoice each. */
export const invoiceChanges = (count: number, from = 1): readonly Change[] =>
  Array.from({ length: count }, (_, index) =>
    changeOf(from + index, [putInvoice(sampleInvoice(`i${from + index}`, from + index))]),
  );

/** `table/key` → row of a ledger, to be compared with what a mirror hands out. */
export const rowsOfLedger = (ledger: Ledger): Map<string, unknown> =>
  new Map(
    tableNames.flatMap((table) =>
      [...(ledger[table] as ReadonlyMap<string, unknown>)].map(
        ([key, row]) => [`${table}/${key}`, row] as const,
      ),
    ),
  );
