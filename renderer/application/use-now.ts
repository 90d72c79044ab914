import { useEffect, useState } from 'react';
import { clock } from '../bridge/application-clock.ts';

/** The present moment in milliseconds, renewed while something counts down; it stands still otherwise. */
export const useNowMs = (isCountingDown: boolean): number => {
  const [nowMs, setNowMs] = useState(clock.nowMs);
  useEffect(() => {
    setNowMs(clock.nowMs());
    if (!isCountingDown) return undefined;
    const timer = setInterval(() => setNowMs(clock.nowMs()), 250);
    return () => clearInterval(timer);
  }, [isCountingDown]);
  return nowMs;
};
