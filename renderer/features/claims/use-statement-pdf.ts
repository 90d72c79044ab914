import { useEffect, useState } from 'react';
import type { PrintedStatement, RenderedStatement } from '../../../shared/ipc/statement-print-contract.ts';
import { bridge } from '../../bridge/bridge.ts';

/** The décompte on paper, once main has set it. */
export type StatementPdf =
  | { readonly kind: 'setting' }
  | ({ readonly kind: 'set' } & RenderedStatement)
  | { readonly kind: 'failed'; readonly message: string };

/** Has main set a décompte; a changed one is set anew. */
export const useStatementPdf = (model: PrintedStatement): StatementPdf => {
  const key = JSON.stringify(model);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly pdf: StatementPdf }>();
  useEffect(() => {
    let stopped = false;
    void bridge.statementRender(JSON.parse(key)).then((rendered) => {
      if (stopped) return;
      setAnswer({
        key,
        pdf: rendered.ok
          ? { kind: 'set', ...rendered.value }
          : { kind: 'failed', message: rendered.error.message },
      });
    });
    return () => {
      stopped = true;
    };
  }, [key]);
  return answer?.key === key ? answer.pdf : { kind: 'setting' };
};
