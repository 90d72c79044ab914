import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ClientFlag } from '../../../shared/ledger/client-flag.ts';
import { clientFlagExplanation } from '../../../shared/ledger/client-flag.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { excludeClient } from '../../db/commands/clients.ts';
import { Notice } from '../../ui/notice.tsx';
import { CloseDisputeButton } from '../agreements/close-dispute-button.tsx';
import { BrokenPlanBanner } from './broken-plan-banner.tsx';
import classes from './client-screen.module.css';
import { InsolvencyBanner } from './insolvency-banner.tsx';
import { ServiceBlockBanner } from './service-block-banner.tsx';

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
          <Notice key={dispute.id} tone="alert" action={<CloseDisputeButton dispute={dispute} />}>
            <strong>
              Facture {ledger.invoices.get(dispute.invoiceId)?.number ?? ''} en litige
              {dispute.disputedCents === undefined ? '' : ' partiel'}
            </strong>
             : {disputeReasonNames[dispute.reason]}
            {dispute.note === '' ? '.' : `. ${dispute.note}`}
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
