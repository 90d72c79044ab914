import type { Collector } from './handover.ts';
import type { Ledger } from './ledger.ts';

/** Partners of earlier hand-overs, by name, each as it was last written; the address book of « Confier ». */
export const knownCollectors = (ledger: Ledger): readonly Collector[] => {
  const byName = new Map<string, { readonly collector: Collector; readonly on: string }>();
  for (const { collector, handedOverOn } of ledger.handovers.values()) {
    const key = collector.name.toLocaleLowerCase('fr');
    const known = byName.get(key);
    if (known === undefined || known.on <= handedOverOn) byName.set(key, { collector, on: handedOverOn });
  }
  return [...byName.values()]
    .map(({ collector }) => collector)
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
};
