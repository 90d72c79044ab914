import { normaliseTrackingNumber } from '../identifiers/s10.ts';

/** La Poste's page for a number; opened in the browser on a click, never fetched. */
export const trackingLink = (trackingNumber: string): string =>
  `https://www.laposte.fr/outils/suivre-vos-envois?code=${encodeURIComponent(normaliseTrackingNumber(trackingNumber))}`;
