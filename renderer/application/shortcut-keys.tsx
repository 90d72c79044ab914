import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { redoTarget, undoTarget } from '../../shared/ledger/undo-target.ts';
import { bridge } from '../bridge/bridge.ts';
import { CheatSheet } from './cheat-sheet.tsx';
import { useOpenLedger } from './ledger-context.tsx';
import { navigationPlaces } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { places } from './places.ts';
import { undoGroup } from './use-run.tsx';

/** How far back Ctrl+Z looks; older changes are undone from the journal. */
const recentChanges = 200;

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** Keys of the whole application: places, palette, help, undo and redo; and main's wish to go somewhere. */
export const ShortcutKeys = () => {
  const open = useOpenLedger();
  const [, go] = useLocation();
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    const takeBack = async (target: typeof undoTarget): Promise<void> => {
      const recent = await open.database.changes.orderBy('sequence').reverse().limit(recentChanges).toArray();
      const group = target(recent.filter((change) => change.sequence === change.groupSequence));
      if (group !== undefined) await undoGroup(open, group);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F1' || (event.key === '?' && !editsText(event.target))) {
        event.preventDefault();
        setHelping(true);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const place = /^[1-9]$/.test(key) ? navigationPlaces[Number(key) - 1] : undefined;
      if (place !== undefined) {
        event.preventDefault();
        go(place);
      } else if (key === 'n') {
        event.preventDefault();
        go(`${places.ageing}?saisie=1`);
      } else if (!editsText(event.target) && (key === 'z' || key === 'y')) {
        event.preventDefault();
        void takeBack(key === 'y' || event.shiftKey ? redoTarget : undoTarget);
      }
    };
    window.addEventListener('keydown', onKey);
    const stopNavigate = bridge.on('navigate', (target) => go(places[target]));
    return () => {
      window.removeEventListener('keydown', onKey);
      stopNavigate();
    };
  }, [open, go]);
  const openHelp = useCallback(() => setHelping(true), []);
  return (
    <>
      <Palette onCheatSheet={openHelp} />
      <CheatSheet opened={helping} onClose={() => setHelping(false)} />
    </>
  );
};
