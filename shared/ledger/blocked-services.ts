import type { Day } from '../dates/day.ts';
import type { Client } from './client.ts';

export type ServiceBlock = NonNullable<Client['blockedServices']>;

/** What is blocked for a client on a day; undefined when nothing is, or not any more. */
export const openServiceBlock = (
  { blockedServices }: Pick<Client, 'blockedServices'>,
  today: Day,
): ServiceBlock | undefined =>
  blockedServices === undefined ||
  (blockedServices.liftedOn !== undefined && blockedServices.liftedOn <= today)
    ? undefined
    : blockedServices;

/** « Livraisons et SAV bloqués »; French. */
export const serviceBlockName = ({
  deliveries,
  afterSales,
}: Pick<ServiceBlock, 'deliveries' | 'afterSales'>): string =>
  deliveries && afterSales ? 'Livraisons et SAV bloqués' : deliveries ? 'Livraisons bloquées' : 'SAV bloqué';
