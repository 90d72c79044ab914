import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { openServiceBlock, serviceBlockName } from '../../../shared/ledger/blocked-services.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { serviceBlockAdvice } from '../../../shared/ledger/service-block-advice.ts';
import { serviceBlockMemo } from '../../../shared/ledger/service-block-memo.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { restoreServices } from '../../db/commands/blocked-services.ts';
import { Notice } from '../../ui/notice.tsx';
import { MemoDialog } from '../agreements/memo-dialog.tsx';
import { BlockServicesDialog } from './block-services-dialog.tsx';
import classes from './insolvency.module.css';

/** What is blocked for the client, with its memo; or, where something speaks for it, the proposal to block. */
export const ServiceBlockBanner = ({ client }: { readonly client: Client }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [dialog, setDialog] = useState<'memo' | 'block'>();
  const block = openServiceBlock(client, today);
  const close = (): void => setDialog(undefined);
  if (block === undefined) {
    const advice = serviceBlockAdvice(ledger, client.id, today);
    if (advice === undefined) return null;
    return (
      <>
        <Notice
          tone="caution"
          action={
            <Button size="compact-sm" variant="default" onClick={() => setDialog('block')}>
              Bloquer livraisons et SAV…
            </Button>
          }
        >
          {advice}. Faut-il encore livrer ce client ?
        </Notice>
        <BlockServicesDialog client={client} opened={dialog === 'block'} onClose={close} />
      </>
    );
  }
  const memo = serviceBlockMemo(client, block, settingsOf(ledger, 'company'));
  return (
    <>
      <Notice
        tone="alert"
        action={
          <span className={classes.actions}>
            <Button size="compact-sm" variant="subtle" onClick={() => setDialog('memo')}>
              Mémo pour les collègues…
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void run(restoreServices, { clientId: client.id })}
            >
              Lever le blocage
            </Button>
          </span>
        }
      >
        <strong>
          {serviceBlockName(block)} depuis le {formatDay(block.since)}
        </strong>
        {'\u00A0'}: {block.reason}
      </Notice>
      <MemoDialog
        id={`memo-${client.id}`}
        memo={memo}
        fileName="Mémo blocage.pdf"
        opened={dialog === 'memo'}
        onClose={close}
      />
    </>
  );
};
