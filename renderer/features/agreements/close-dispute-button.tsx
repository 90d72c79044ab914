import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import { CloseDisputeDialog } from './close-dispute-dialog.tsx';

/** « Clore le litige », which asks in whose favour it ended. */
export const CloseDisputeButton = ({ dispute }: { readonly dispute: Dispute }) => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        Clore le litige
      </Button>
      <CloseDisputeDialog dispute={dispute} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
};
