import { useEffect, useState } from 'react';

/**
 * Counts up to `total` by `step` from frame to frame, so that costly parts of a long table appear without a
 * freeze. Starts with `step`.
 */
export const useGrowing = (total: number, step: number): number => {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) return undefined;
    const frame = requestAnimationFrame(() => setCount(count + step));
    return () => cancelAnimationFrame(frame);
  }, [count, total, step]);
  return Math.min(count, total);
};
