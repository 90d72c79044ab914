import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element inside its border in pixels, without its scroll bar; undefined before it is laid out. */
export const useWidth = (element: RefObject<HTMLElement | null>): number | undefined => {
  const [widthPx, setWidthPx] = useState<number>();
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => setWidthPx(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
};
