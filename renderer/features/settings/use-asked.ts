import { useCallback, useEffect, useState } from 'react';
import type { IpcOutcome } from '../../../shared/ipc/channel.ts';

/** What main says of something of its own: not yet, the value, or why not. */
export type Asked<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly message: string };

/** Asks main once, and again on `refresh`; `set` takes a newer answer that came by another way. */
export const useAsked = <Value>(
  ask: () => Promise<IpcOutcome<Value>>,
): { readonly asked: Asked<Value>; readonly refresh: () => void; readonly set: (value: Value) => void } => {
  const [asked, setAsked] = useState<Asked<Value>>({ kind: 'loading' });
  const refresh = useCallback(() => {
    void ask().then((answer) =>
      setAsked(
        answer.ok
          ? { kind: 'ready', value: answer.value }
          : { kind: 'failed', message: answer.error.message },
      ),
    );
  }, [ask]);
  useEffect(refresh, [refresh]);
  return { asked, refresh, set: (value) => setAsked({ kind: 'ready', value }) };
};
