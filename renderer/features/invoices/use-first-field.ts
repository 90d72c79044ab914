import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus into the first field of a form that replaces another content of its dialog. */
export const useFirstField = (): RefObject<HTMLDivElement | null> => {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    container.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return container;
};
