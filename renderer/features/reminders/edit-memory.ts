import { useSyncExternalStore } from 'react';
import type { MessageEdit } from '../../../shared/reminders/edited-message.ts';

/** What the user wrote for single messages and has not approved yet: it stays while he visits other screens. */
let edits: ReadonlyMap<string, MessageEdit> = new Map();
const listeners = new Set<() => void>();

/** Remembers or forgets the user's text for a proposal. */
export const rememberEdit = (proposalId: string, edit: MessageEdit | undefined): void => {
  const next = new Map(edits);
  if (edit) next.set(proposalId, edit);
  else next.delete(proposalId);
  edits = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The user's texts by proposal. */
export const useEdits = (): ReadonlyMap<string, MessageEdit> => useSyncExternalStore(subscribe, () => edits);
