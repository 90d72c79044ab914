import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OpenDispute } from '../../../shared/ledger/open-disputes.ts';
import { cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { changeDispute } from '../../db/commands/disputes.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { CloseDisputeButton } from './close-dispute-button.tsx';
import { disputeOfDraft, draftOfDispute } from './dispute-draft.ts';
import classes from './dispute-evidence.module.css';
import { DisputeEvidence } from './dispute-evidence.tsx';
import { DisputeFields } from './dispute-fields.tsx';
import { DisputeMemoButton } from './dispute-memo-button.tsx';
import { MediationButton } from './mediation-button.tsx';

const PanelForm = ({ open, onClose }: { readonly open: OpenDispute; readonly onClose: () => void }) => {
  const { dispute } = open;
  const run = useRun();
  const [draft, setDraft] = useState(() => draftOfDispute(dispute));
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    const said = disputeOfDraft(draft);
    if (said === undefined) return;
    if (await run(changeDispute, { disputeId: dispute.id, ...said })) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={`Contesté ${formatAmount(open.contestedCents)}, relancé ${formatAmount(open.undisputedCents)}`}
    >
      <div className={classes.actions}>
        <CloseDisputeButton dispute={dispute} />
        <DisputeMemoButton dispute={dispute} />
        <MediationButton clientId={dispute.clientId} invoiceIds={[dispute.invoiceId]} />
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          href={places.clientInvoice(dispute.clientId, dispute.invoiceId)}
        >
          Facture
        </Button>
      </div>
      <DisputeFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        owedCents={cents(open.contestedCents + open.undisputedCents)}
        tried={tried}
      />
      <DisputeEvidence dispute={dispute} />
    </DialogForm>
  );
};

/** One open dispute: what it is about, its evidence, its memo, its end. Undefined = closed. */
export const DisputePanel = ({
  open,
  onClose,
}: {
  readonly open: OpenDispute | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={open === undefined ? 'Litige' : `Facture ${open.invoice.number} contestée, ${open.clientName}`}
    opened={open !== undefined}
    onClose={onClose}
    size="lg"
  >
    {open && <PanelForm key={open.dispute.id} open={open} onClose={onClose} />}
  </Dialog>
);
