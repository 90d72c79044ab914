import { Checkbox, Group, Text } from '@mantine/core';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import { openServiceBlock, serviceBlockName } from '../../../shared/ledger/blocked-services.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { type DisputeBlock, proposedBlockReason } from '../../../shared/ledger/dispute-service-block.ts';
import { useToday } from '../../application/ledger-context.tsx';

/** Whether deliveries and repairs stop with the dispute; or that they are stopped already. */
export const BlockChoice = ({
  client,
  reason,
  value,
  onChange,
}: {
  readonly client: Client;
  readonly reason: DisputeReason;
  readonly value: DisputeBlock;
  readonly onChange: (value: DisputeBlock) => void;
}) => {
  const block = openServiceBlock(client, useToday());
  if (block !== undefined)
    return (
      <Text size="sm">
        {serviceBlockName(block)} depuis le {formatDay(block.since)}&nbsp;: le blocage reste en place.
      </Text>
    );
  return (
    <Checkbox.Group
      label="Bloquer pour ce client"
      description={proposedBlockReason(reason)}
      value={[...(value.deliveries ? ['deliveries'] : []), ...(value.afterSales ? ['after-sales'] : [])]}
      onChange={(picked) =>
        onChange({ deliveries: picked.includes('deliveries'), afterSales: picked.includes('after-sales') })
      }
    >
      <Group gap="xl" mt={8}>
        <Checkbox value="deliveries" label="Livraisons" />
        <Checkbox value="after-sales" label="SAV" />
      </Group>
    </Checkbox.Group>
  );
};
