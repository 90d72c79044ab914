import { describe, expect, it } from 'vitest';
import type { MirrorStatus } from '../../../../shared/ipc/mirror-contract.ts';
import { type DatabaseState, planStart, type StartPlan } from '../../../../shared/ledger/reconcile.ts';

type ReadyDatabase = Extract<DatabaseState, { kind: 'ready' }>;
type ReadyMirror = Extract<MirrorStatus, { kind: 'ready' }>;

const database = (changes: Partial<ReadyDatabase> = {}): ReadyDatabase => ({
  kind: 'ready',
  databaseId: 'company',
  generation: 'first',
  schemaVersion: 1,
  lastSequence: 5,
  rowCounts: { clients: 2 },
  ...changes,
});
const mirror = (changes: Partial<ReadyMirror> = {}): ReadyMirror => ({
  kind: 'ready',
  databaseId: 'company',
  generation: 'first',
  lastSequence: 5,
  rowCounts: { clients: 2 },
  ...changes,
});
const nothing = { kind: 'empty' } as const;
const unreadable = { kind: 'unreadable' } as const;

const table: readonly (readonly [string, DatabaseState, MirrorStatus, StartPlan])[] = [
  ['nothing anywhere', nothing, nothing, { kind: 'first-run' }],
  ['a database without a change', database({ lastSequence: 0 }), nothing, { kind: 'first-run' }],
  ['the same on both sides', database(), mirror(), { kind: 'in-step' }],
  [
    'counts of zero told or not',
    database(),
    mirror({ rowCounts: { clients: 2, notes: 0 } }),
    { kind: 'in-step' },
  ],
  ['ahead', database({ lastSequence: 7 }), mirror(), { kind: 'resend', fromSequence: 5 }],
  [
    'ahead, nothing sent yet',
    database({ lastSequence: 2 }),
    mirror({ lastSequence: 0 }),
    { kind: 'resend', fromSequence: 0 },
  ],
  ['no mirror', database(), nothing, { kind: 'recreate-mirror' }],
  [
    'a mirror made anew, not yet adopted',
    database(),
    mirror({ generation: 'second', lastSequence: 0 }),
    { kind: 'recreate-mirror' },
  ],
  [
    'the mirror of another company, empty',
    database({ databaseId: 'other' }),
    mirror({ lastSequence: 0 }),
    { kind: 'restore', reason: 'other-generation' },
  ],
  ['no database', nothing, mirror(), { kind: 'restore', reason: 'empty' }],
  [
    'no database and an empty mirror',
    nothing,
    mirror({ lastSequence: 0 }),
    { kind: 'restore', reason: 'empty' },
  ],
  ['behind', database({ lastSequence: 4 }), mirror(), { kind: 'restore', reason: 'behind' }],
  [
    'a backup was restored',
    database({ lastSequence: 9 }),
    mirror({ generation: 'second' }),
    { kind: 'restore', reason: 'other-generation' },
  ],
  [
    'rows are missing',
    database({ rowCounts: { clients: 1 } }),
    mirror(),
    { kind: 'restore', reason: 'counts-differ' },
  ],
  ['a table is missing', database({ rowCounts: {} }), mirror(), { kind: 'restore', reason: 'counts-differ' }],
  [
    'a table too many',
    database({ rowCounts: { clients: 2, notes: 1 } }),
    mirror(),
    { kind: 'restore', reason: 'counts-differ' },
  ],
  ['unreadable', unreadable, mirror(), { kind: 'restore', reason: 'unreadable' }],
  ['unreadable without a copy', unreadable, nothing, { kind: 'refuse', reason: 'unreadable-database' }],
  [
    'a newer database',
    database({ schemaVersion: 2 }),
    mirror(),
    { kind: 'refuse', reason: 'newer-database' },
  ],
  [
    'a newer database without mirror',
    database({ schemaVersion: 2 }),
    nothing,
    { kind: 'refuse', reason: 'newer-database' },
  ],
  [
    'a newer mirror',
    nothing,
    { kind: 'newer-version', formatVersion: 2 },
    { kind: 'refuse', reason: 'newer-mirror' },
  ],
  [
    'a damaged mirror',
    database(),
    { kind: 'damaged', line: 3, fileName: 'journal.ndjson' },
    { kind: 'refuse', reason: 'damaged-mirror' },
  ],
];

describe('what is done at start', () => {
  for (const [name, mine, theirs, plan] of table)
    it(`${name}: ${plan.kind}`, () => {
      expect(planStart(mine, theirs, 1)).toEqual(plan);
    });
});
