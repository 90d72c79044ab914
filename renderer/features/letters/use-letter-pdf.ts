import { useEffect, useState } from 'react';
import type { LetterModel } from '../../../shared/ipc/letter-contract.ts';
import { bridge } from '../../bridge/bridge.ts';

/** How a letter looks on paper, once main has set it. */
export type LetterPdf =
  | { readonly kind: 'setting' }
  | { readonly kind: 'set'; readonly hash: string; readonly pageCount: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Previews that main still keeps (main.ts): the same model always gives the same file. */
const known = new Map<string, { readonly hash: string; readonly pageCount: number }>();
const knownAtMost = 24;

/** Moving through a list must not set every letter on the way. */
const settleMs = 180;

/** The PDF of one letter, set by main as it would be printed. */
export const useLetterPdf = (model: LetterModel): LetterPdf => {
  const key = JSON.stringify(model);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly pdf: LetterPdf }>();
  useEffect(() => {
    if (known.has(key)) return undefined;
    let stopped = false;
    const timer = setTimeout(async () => {
      const rendered = await bridge.letterPreview(JSON.parse(key));
      if (rendered.ok) {
        const { hash, pageCount } = rendered.value;
        if (known.size >= knownAtMost) known.clear();
        known.set(key, { hash, pageCount });
        if (!stopped) setAnswer({ key, pdf: { kind: 'set', hash, pageCount } });
      } else if (!stopped) setAnswer({ key, pdf: { kind: 'failed', message: rendered.error.message } });
    }, settleMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [key]);
  const set = known.get(key);
  if (set) return { kind: 'set', ...set };
  return answer?.key === key ? answer.pdf : { kind: 'setting' };
};
