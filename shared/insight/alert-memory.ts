import type { TreasuryProjection } from './treasury.ts';
import { type TreasuryAlert, treasuryAlerts } from './treasury-alert.ts';

/** Thresholds that the user was told about and that have not been left behind since. */
export interface AlertMemory {
  readonly firedCents: readonly number[];
}

export const emptyAlertMemory: AlertMemory = { firedCents: [] };

/**
 * How far above a threshold the whole projection must rise before it may fire again: a tenth of it, at
 * least 100,00 €. Without it a balance swinging round the threshold would alert at every payment.
 */
export const rearmMarginCents = (thresholdCents: number): number =>
  Math.max(10_000, Math.ceil(Math.abs(thresholdCents) / 10));

/**
 * Which alerts to notify now, and what to remember. A threshold fires once; it is armed again when the
 * lowest balance of the horizon has been at least {@link rearmMarginCents} above it, or when the user
 * removed it.
 */
export const updateAlertMemory = (
  memory: AlertMemory,
  projection: TreasuryProjection,
  thresholdsCents: readonly number[],
): { readonly memory: AlertMemory; readonly toNotify: readonly TreasuryAlert[] } => {
  const lowest = Math.min(...projection.days.map((point) => point.balanceCents));
  const silent = memory.firedCents.filter(
    (threshold) => thresholdsCents.includes(threshold) && lowest < threshold + rearmMarginCents(threshold),
  );
  const toNotify = treasuryAlerts(projection, thresholdsCents).filter(
    (alert) => !silent.includes(alert.thresholdCents),
  );
  return { memory: { firedCents: [...silent, ...toNotify.map((alert) => alert.thresholdCents)] }, toNotify };
};
