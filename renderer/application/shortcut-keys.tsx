import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { bridge } from '../bridge/bridge.ts';
import { useOpenLedger } from './ledger-context.tsx';
import { navigationPlaces } from './navigation.tsx';
import { places } from './places.ts';
import { undoGroup } from './use-run.tsx';

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** Ctrl+1 to Ctrl+9 for the places, Ctrl+Z and Ctrl+Y for the last change; main's wish to go somewhere. */
export const ShortcutKeys = () => {
  const open = useOpenLedger();
  const [, go] = useLocation();
  useEffect(() => {
    const lastUndoable = async (wantsRedo: boolean): Promise<void> => {
      const last = await open.database.changes.orderBy('sequence').last();
      if (!last) return;
      const undone = new Set<number>();
      let candidate: number | undefined;
      await open.database.changes
        .orderBy('sequence')
        .reverse()
        .until(() => candidate !== undefined)
        .each((change) => {
          if (candidate !== undefined || change.sequence !== change.groupSequence) return;
          const isUndo = change.undoes !== undefined;
          if (wantsRedo) {
            if (isUndo && !change.label.startsWith('Rétabli')) candidate = change.groupSequence;
            else candidate = -1;
            return;
          }
          if (isUndo && !change.label.startsWith('Rétabli')) undone.add(change.undoes ?? 0);
          else if (!undone.has(change.groupSequence) && change.undo === 'allowed')
            candidate = change.groupSequence;
        });
      if (candidate !== undefined && candidate > 0) await undoGroup(open, candidate);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const place = /^[1-9]$/.test(key) ? navigationPlaces[Number(key) - 1] : undefined;
      if (place !== undefined) {
        event.preventDefault();
        go(place);
      } else if (!editsText(event.target) && (key === 'z' || key === 'y')) {
        event.preventDefault();
        void lastUndoable(key === 'y' || event.shiftKey);
      }
    };
    window.addEventListener('keydown', onKey);
    const stopNavigate = bridge.on('navigate', (target) => go(places[target]));
    return () => {
      window.removeEventListener('keydown', onKey);
      stopNavigate();
    };
  }, [open, go]);
  return null;
};
