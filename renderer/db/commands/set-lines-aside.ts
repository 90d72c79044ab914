import type { SetAsideReason } from '../../../shared/ledger/bank.ts';
import { bankLineState } from '../../../shared/ledger/bank-lines.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';

const none = {
  kind: 'no-line',
  message: 'Ces mouvements ne sont plus à affecter.',
};

/** « Mettre de côté »: movements that settle no invoice leave « À affecter ». */
export const setLinesAside: Command<{
  readonly lineIds: readonly string[];
  readonly reason: SetAsideReason;
  readonly note?: string | undefined;
}> = (ledger, { lineIds, reason, note }, context) => {
  const lines = [...new Set(lineIds)].flatMap((id) => {
    const line = ledger.bankLines.get(id);
    const kind = line && bankLineState(ledger, line).kind;
    return line && (kind === 'waiting' || kind === 'outgoing') ? [line] : [];
  });
  if (lines.length === 0) return fail(none);
  const text = note?.trim();
  return ok({
    command: 'set-lines-aside',
    label: `${counted(lines.length, 'encaissement mis', 'encaissements mis')} de côté`,
    undo: 'allowed',
    writes: lines.map((line) =>
      put('bankLines', { ...line, setAside: { reason, at: context.now, ...(text ? { note: text } : {}) } }),
    ),
  });
};

/** Puts movements that were set aside back into « À affecter ». */
export const takeLinesBack: Command<{ readonly lineIds: readonly string[] }> = (ledger, { lineIds }) => {
  const lines = [...new Set(lineIds)].flatMap((id) => {
    const line = ledger.bankLines.get(id);
    return line?.setAside === undefined ? [] : [line];
  });
  if (lines.length === 0) return fail(none);
  return ok({
    command: 'take-lines-back',
    label: `${counted(lines.length, 'encaissement remis', 'encaissements remis')} à affecter`,
    undo: 'allowed',
    writes: lines.map(({ setAside: _setAside, ...line }) => put('bankLines', line)),
  });
};
