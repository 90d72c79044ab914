import { Button, Group, Text } from '@mantine/core';
import { MailWarning } from 'lucide-react';
import { useState } from 'react';
import type { LedgerProblem } from '../../shared/ipc/boot.ts';
import { bridge } from '../bridge/bridge.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/**
 * Shown in place of the ledger while its outbox journal is damaged or missing: what happened, what a repair does,
 * and nothing that could send an e-mail twice.
 */
export const OutboxRepair = ({ problem }: { readonly problem: LedgerProblem }) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const rebuild = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const rebuilt = await bridge.outboxRebuild();
    // Where it succeeded, main loads this page again.
    if (rebuilt.ok) return;
    setBusy(false);
    setFailure(rebuilt.error.message);
  };
  return (
    <main>
      <EmptyState
        icon={MailWarning}
        title="Le journal des envois ne peut pas être lu"
        action={
          <Group>
            <Button loading={busy} onClick={() => void rebuild()}>
              Reconstruire le journal
            </Button>
            <Button variant="default" onClick={() => void bridge.revealFolder('outbox')}>
              Ouvrir le dossier
            </Button>
            <Button variant="default" onClick={() => void bridge.quit()}>
              Quitter
            </Button>
          </Group>
        }
      >
        <Text size="sm">{problem.message}</Text>
        <Text size="sm" mt="xs">
          La reconstruction reprend tout ce qui peut encore être lu, ici et dans vos sauvegardes. Les e-mails
          dont le sort n’est plus certain seront montrés comme «&nbsp;peut-être partis&nbsp;»&nbsp;: aucun ne
          sera renvoyé de lui-même. Vos factures et vos clients ne sont pas touchés, et le fichier abîmé est
          gardé à côté.
        </Text>
        {failure !== undefined && (
          <Text size="sm" mt="xs" c="var(--alert)" role="alert">
            {failure}
          </Text>
        )}
      </EmptyState>
    </main>
  );
};
