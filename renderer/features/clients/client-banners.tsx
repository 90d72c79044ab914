import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import type { ClientFlag } from '../../../shared/ledger/client-flag.ts';
import { clientFlagExplanation } from '../../../shared/ledger/client-flag.ts';
import { openDisputes } from '../../../shared/ledger/open-disputes.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { excludeClient } from '../../db/commands/clients.ts';
import { Notice } from '../../ui/notice.tsx';
import { CloseDisputeButton } from '../agreements/close-dispute-button.tsx';
import { DisputePanel } from '../agreements/dispute-panel.tsx';
import { BrokenPlanBanner } from './broken-plan-banner.tsx';
import classes from './client-screen.module.css';
import { InsolvencyBanner } from './insolvency-banner.tsx';
import { ServiceBlockBanner } from './service-block-banner.tsx';

const DisputeActions = ({ dispute }: { readonly dispute: Dispute }) => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const open = openDisputes(ledger, today).find((one) => one.dispute.id === dispute.id);
  return (
    <span className={classes.bannerActions}>
      {open && (
        <>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
            Voir le litige
          </Button>
          <DisputePanel open={opened ? open : undefined} onClose={() => setOpened(false)} />
        </>
      )}
      <CloseDisputeButton dispute={dispute} />
    </span>
  );
};

/** What must be seen before anything is said to the client: procedure, disputes, exclusion, broken word. */
export const ClientBanners = ({
  clientId,
  flags,
}: {
  readonly clientId: string;
  readonly flags: readonly ClientFlag[];
}) => {
  const ledger = useLedger();
  const run = useRun();
  const banners = flags.flatMap((flag) => {
    switch (flag.kind) {
      case 'dispute':
        return flag.disputes.map((dispute) => (
          <Notice key={dispute.id} tone="alert" action={<DisputeActions dispute={dispute} />}>
            <strong>
              Facture {ledger.invoices.get(dispute.invoiceId)?.number ?? ''} en litige
              {dispute.disputedCents === undefined ? '' : ' partiel'}
            </strong>
            {`\u00A0: ${disputeReasonNames[dispute.reason]}${dispute.note === '' ? '.' : `. ${dispute.note}`}`}
            {dispute.memo !== undefined && <div>{`Mémo\u00A0: ${dispute.memo}`}</div>}
          </Notice>
        ));
      case 'insolvency': {
        const client = ledger.clients.get(clientId);
        return client ? [<InsolvencyBanner key="insolvency" client={client} />] : [];
      }
      case 'excluded':
        return [
          <Notice
            key="excluded"
            tone="caution"
            action={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void run(excludeClient, { id: clientId, reason: '' })}
              >
                Relancer de nouveau
              </Button>
            }
          >
            {clientFlagExplanation(flag)}
          </Notice>,
        ];
      case 'broken-plan':
        return [<BrokenPlanBanner key={flag.plan.id} plan={flag.plan} />];
      case 'handed-over':
      case 'in-court':
        return [
          <Notice
            key={flag.kind === 'handed-over' ? flag.handover.id : flag.legalCase.id}
            tone="info"
            action={
              <Button
                size="compact-sm"
                variant="default"
                component={Link}
                href={flag.kind === 'handed-over' ? places.handovers : places.case(flag.legalCase.id)}
              >
                Voir le dossier
              </Button>
            }
          >
            {clientFlagExplanation(flag)}
          </Notice>,
        ];
      case 'bounced':
      case 'broken-promise':
        return [
          <Notice key={flag.kind} tone="caution">
            {clientFlagExplanation(flag)}
          </Notice>,
        ];
      default:
        return [];
    }
  });
  const client = ledger.clients.get(clientId);
  return (
    <div className={classes.banners}>
      {client && <ServiceBlockBanner client={client} />}
      {banners}
    </div>
  );
};
