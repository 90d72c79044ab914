import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import type { OpenDispute } from '../../../shared/ledger/open-disputes.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { changeDispute } from '../../db/commands/disputes.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { CloseDisputeButton } from './close-dispute-button.tsx';
import classes from './dispute-evidence.module.css';
import { DisputeEvidence } from './dispute-evidence.tsx';
import { MediationButton } from './mediation-button.tsx';

const reasons = Object.keys(disputeReasonNames) as readonly DisputeReason[];

const PanelForm = ({ open, onClose }: { readonly open: OpenDispute; readonly onClose: () => void }) => {
  const { dispute } = open;
  const run = useRun();
  const [scope, setScope] = useState<'whole' | 'part'>(
    dispute.disputedCents === undefined ? 'whole' : 'part',
  );
  const [disputed, setDisputed] = useState<Cents | undefined>(dispute.disputedCents);
  const [reason, setReason] = useState(dispute.reason);
  const [note, setNote] = useState(dispute.note);
  const [memo, setMemo] = useState(dispute.memo ?? '');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (scope === 'part' && disputed === undefined) return;
    const done = await run(changeDispute, {
      disputeId: dispute.id,
      disputedCents: scope === 'part' ? disputed : undefined,
      reason,
      note,
      memo,
    });
    if (done) onClose();
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
        <MediationButton clientId={dispute.clientId} invoiceIds={[dispute.invoiceId]} />
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          href={places.clientInvoice(dispute.clientId, dispute.invoiceId)}
        >
          Voir la facture
        </Button>
      </div>
      <SegmentedControl
        aria-label="Étendue de la contestation"
        data={[
          { value: 'whole', label: 'Toute la facture' },
          { value: 'part', label: 'Une partie' },
        ]}
        value={scope}
        onChange={(value) => setScope(value === 'part' ? 'part' : 'whole')}
      />
      {scope === 'part' && (
        <AmountInput
          label="Montant contesté TTC"
          value={disputed}
          onChange={setDisputed}
          error={tried && disputed === undefined ? 'Indiquez le montant contesté.' : undefined}
        />
      )}
      <Select
        label="Motif"
        data={reasons.map((value) => ({ value, label: capitalised(disputeReasonNames[value]) }))}
        value={reason}
        allowDeselect={false}
        onChange={(chosen) => setReason(reasons.find((value) => value === chosen) ?? reason)}
        data-autofocus
      />
      <Textarea
        label="Ce que dit le client"
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Textarea
        label="Mémo pour les collègues"
        description="Qui fait quoi, jusqu’à quand. Il reste dans l’entreprise."
        autosize
        minRows={2}
        maxLength={4000}
        value={memo}
        onChange={(event) => setMemo(event.currentTarget.value)}
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
