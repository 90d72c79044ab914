import type { TreasuryOutlook } from '../ipc/scheduler-contract.ts';

/** Thresholds, in cents, that the user was told about and that have not been left behind since. */
export type FiredThresholds = readonly number[];

/**
 * How far above a threshold the whole projection must rise before it may fire again: a tenth of it, at
 * least 100,00 €. Without it a balance swinging round the threshold would alert at every payment.
 */
export const rearmMarginCents = (thresholdCents: number): number =>
  Math.max(10_000, Math.ceil(Math.abs(thresholdCents) / 10));

/**
 * Which alerts to tell now (French sentences, the most urgent first), and what to remember. A threshold fires
 * once; it is armed again when the lowest balance of the horizon has been at least {@link rearmMarginCents}
 * above it, or when the user removed it.
 */
export const alertsToTell = (
  fired: FiredThresholds,
  { lowestCents, thresholdsCents, crossed }: TreasuryOutlook,
): { readonly fired: FiredThresholds; readonly sentences: readonly string[] } => {
  const silent = fired.filter(
    (threshold) =>
      thresholdsCents.includes(threshold) && lowestCents < threshold + rearmMarginCents(threshold),
  );
  const fresh = crossed.filter(({ thresholdCents }) => !silent.includes(thresholdCents));
  return {
    fired: [...silent, ...fresh.map(({ thresholdCents }) => thresholdCents)],
    sentences: fresh.map(({ sentence }) => sentence),
  };
};
