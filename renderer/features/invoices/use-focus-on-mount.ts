import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus where it belongs when one content of a dialog replaces another: into the first such element. */
export const useFocusOnMount = (selector: string): RefObject<HTMLDivElement | null> => {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    container.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [selector]);
  return container;
};
