import { Button } from '@mantine/core';
import { useState } from 'react';
import { mediationSummary } from '../../../shared/letters/mediation-summary.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { showRefusal } from '../../application/use-run.tsx';
import { PaperDialog } from './paper-dialog.tsx';

/** « Synthèse pour le médiateur » of some invoices of a client. */
export const MediationButton = ({
  clientId,
  invoiceIds,
}: {
  readonly clientId: string;
  readonly invoiceIds: readonly string[];
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const summary = opened ? mediationSummary(ledger, clientId, invoiceIds, today) : undefined;
  const name = ledger.clients.get(clientId)?.name ?? '';
  const show = (): void => {
    const made = mediationSummary(ledger, clientId, invoiceIds, today);
    if (made.ok) setOpened(true);
    else showRefusal(made.error.message);
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={show}>
        Synthèse pour le médiateur…
      </Button>
      {summary?.ok && (
        <PaperDialog
          title="Synthèse pour le médiateur"
          model={summary.value}
          fileName={`Synthèse médiateur ${name}`
            .replace(/[\\/:*?"<>|]/gu, ' ')
            .slice(0, 120)
            .concat('.pdf')}
          opened={opened}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
};
