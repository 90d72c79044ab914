import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import { openServiceBlock } from '../../../shared/ledger/blocked-services.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { disputeMemo } from '../../../shared/ledger/dispute-memo.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { MemoDialog } from './memo-dialog.tsx';

/** « Mémo pour les collègues » of a dispute, to read, copy, keep or print. */
export const DisputeMemoButton = ({
  dispute,
  variant = 'default',
}: {
  readonly dispute: Dispute;
  readonly variant?: 'default' | 'subtle';
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const client = ledger.clients.get(dispute.clientId);
  const invoice = ledger.invoices.get(dispute.invoiceId);
  if (client === undefined || invoice === undefined) return null;
  const block = openServiceBlock(client, today);
  return (
    <>
      <Button size="compact-sm" variant={variant} onClick={() => setOpened(true)}>
        Mémo pour les collègues…
      </Button>
      <MemoDialog
        id={`memo-${dispute.id}`}
        memo={disputeMemo(client, invoice, dispute, block, settingsOf(ledger, 'company'))}
        fileName="Mémo litige.pdf"
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  );
};
