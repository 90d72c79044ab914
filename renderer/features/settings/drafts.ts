import { useSyncExternalStore } from 'react';
import type { SettingsSection } from '../../application/places.ts';

/**
 * What was typed in a section and not saved when the user went elsewhere. It lives as long as the window:
 * another ledger or a restored backup loads the renderer again, and then no draft fits any more.
 */
interface Draft {
  readonly section: SettingsSection;
  readonly values: unknown;
}

let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

export const draftOf = (key: string): unknown => drafts.get(key)?.values;

export const keepDraft = (key: string, draft: Draft): void => {
  drafts = new Map([...drafts, [key, draft]]);
  tell();
};

export const dropDraft = (key: string): void => {
  if (!drafts.has(key)) return;
  drafts = new Map([...drafts].filter(([other]) => other !== key));
  tell();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Names of everything typed and not saved. */
export const useDraftKeys = (): ReadonlySet<string> =>
  new Set(useSyncExternalStore(subscribe, () => drafts).keys());

/** Sections that hold something typed and not saved. */
export const useUnsavedSections = (): ReadonlySet<SettingsSection> => {
  const all = useSyncExternalStore(subscribe, () => drafts);
  return new Set([...all.values()].map(({ section }) => section));
};
