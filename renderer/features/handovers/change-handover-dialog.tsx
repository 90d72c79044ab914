import { useState } from 'react';
import type { ClientLetter } from '../../../shared/ledger/client-letter.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import { handoverChanges } from '../../../shared/ledger/handover-changes.ts';
import { knownCollectors } from '../../../shared/ledger/known-collectors.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { changeHandover } from '../../db/commands/handovers.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { draftOfHandover, termsOfDraft } from './handover-draft.ts';
import { HandoverFields } from './handover-fields.tsx';

/** The mandate that was written for it, unless it was taken back. */
const mandateOf = (ledger: Ledger, { id }: Handover): ClientLetter | undefined =>
  [...ledger.letters.values()].find(
    ({ kind, handoverId, state }) => kind === 'mandate' && handoverId === id && state.kind !== 'withdrawn',
  );

const ChangeForm = ({ handover, onClose }: { readonly handover: Handover; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const [known] = useState(() => knownCollectors(ledger));
  const [draft, setDraft] = useState(() => draftOfHandover(handover));
  const [tried, setTried] = useState(false);
  const mandate = mandateOf(ledger, handover);
  const submit = async (): Promise<void> => {
    setTried(true);
    const terms = termsOfDraft(draft);
    if (terms === undefined) return;
    const isSame = handoverChanges(handover, terms).length === 0;
    if (isSame || (await run(changeHandover, { handoverId: handover.id, ...terms }))) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint="Ce qui change est noté au journal. Ce qui a été reversé ne change pas."
    >
      <HandoverFields draft={draft} onChange={setDraft} tried={tried} first="reference" known={known} />
      {mandate && (
        <Notice tone="caution">
          {mandate.state.kind === 'to-print'
            ? 'Un mandat attend d’être imprimé avec ces termes\u00A0: s’ils changent, retirez-le et refaites-le.'
            : 'Un mandat est déjà écrit avec ces termes\u00A0: s’ils changent, faites-en signer un nouveau.'}
        </Notice>
      )}
    </DialogForm>
  );
};

/** « Modifier »: the reference, the fee or the mandate, corrected after the file was given. */
export const ChangeHandoverDialog = ({
  handover,
  opened,
  onClose,
}: {
  readonly handover: Handover;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={`Dossier confié à ${handover.collector.name}`} opened={opened} onClose={onClose} size="lg">
    <ChangeForm handover={handover} onClose={onClose} />
  </Dialog>
);
