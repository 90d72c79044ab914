import type { BankLine } from '../../../shared/ledger/bank.ts';
import { bankLineState } from '../../../shared/ledger/bank-lines.ts';
import type { CommandContext, RowWrite } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { learnPayer } from './payer-lessons.ts';

/** What the matches of one confirmation have used up and written so far: it may hold hundreds of them. */
export interface MatchDraft {
  readonly ledger: Ledger;
  readonly context: CommandContext;
  readonly leftByLine: Map<string, number>;
  readonly owedByInvoice: Map<string, number>;
  /** Left of money on account and of credit notes. */
  readonly creditBySource: Map<string, number>;
  /** By table and key: the last write of a row counts. */
  readonly rows: Map<string, RowWrite>;
  readonly settledInvoices: Set<string>;
  readonly clientIds: Set<string>;
  /** What came through collectors, as the journal says it. */
  readonly collected: string[];
  receivedCents: number;
  payments: number;
  linked: number;
  returned: number;
  setAside: number;
}

export const newMatchDraft = (ledger: Ledger, context: CommandContext): MatchDraft => ({
  ledger,
  context,
  leftByLine: new Map(),
  owedByInvoice: new Map(),
  creditBySource: new Map(),
  rows: new Map(),
  settledInvoices: new Set(),
  clientIds: new Set(),
  collected: [],
  receivedCents: 0,
  payments: 0,
  linked: 0,
  returned: 0,
  setAside: 0,
});

/** Adds a row to what will be written; a later write of the same row replaces it. */
export const write = ({ rows }: MatchDraft, row: RowWrite): void => {
  rows.set(`${row.table}/${row.key}`, row);
};

/** Cents of a movement that nothing explains yet. */
export const leftOf = ({ ledger, leftByLine }: MatchDraft, line: BankLine): number => {
  const known = leftByLine.get(line.id);
  if (known !== undefined) return known;
  const state = bankLineState(ledger, line);
  return state.kind === 'waiting' ? state.leftCents : 0;
};

/** Remembers whose money such a payer's is. */
export const learn = (draft: MatchDraft, line: BankLine, clientId: string): void => {
  const { ledger, rows, context } = draft;
  const lesson = learnPayer(line, clientId, context.now, (id) => {
    const written = rows.get(`payerNames/${id}`);
    return (written?.table === 'payerNames' ? written.after : undefined) ?? ledger.payerNames.get(id);
  });
  if (lesson) write(draft, lesson);
};
