import { Button } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { Notice } from '../../ui/notice.tsx';
import type { DocumentsDraft } from './import-draft.ts';
import { LinkedDocumentsCard } from './linked-documents-card.tsx';
import type { RefusedFile } from './open-files.ts';
import { ReadInvoicesCard } from './read-invoices-card.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

/** Second step of electronic invoices and PDFs: what was read of each file, and what was refused. */
export const DocumentsStep = ({
  wizard,
  draft,
  refused,
}: {
  readonly wizard: ImportWizard;
  readonly draft: DocumentsDraft;
  readonly refused: readonly RefusedFile[];
}) => {
  const { batch } = draft;
  const leftOut = useMemo(() => [...batch.refused, ...refused], [batch, refused]);
  const hasLink = batch.linked.some(
    ({ link }) => link.kind === 'ledger' || (link.kind === 'several' && link.chosen !== undefined),
  );
  const { waiting } = wizard;
  const isReady = batch.invoices.length > 0 || hasLink;
  return (
    <StepForm
      label="Documents lus"
      back={{ label: 'Autres fichiers', onClick: wizard.startAgain }}
      submitLabel="Vérifier"
      submitIcon={<ArrowRight size={16} aria-hidden="true" />}
      isReady={isReady}
      onSubmit={wizard.toCheck}
    >
      {batch.invoices.length > 0 && <ReadInvoicesCard invoices={batch.invoices} />}
      {batch.linked.length > 0 && (
        <LinkedDocumentsCard batch={batch} onChange={(next) => wizard.change({ batch: next })} />
      )}
      {leftOut.length > 0 && <RefusedFiles files={leftOut} />}
      {waiting.length > 0 && (
        <Notice
          tone="info"
          action={
            isReady ? undefined : (
              <Button size="compact-sm" variant="default" onClick={wizard.chooseWaiting}>
                Continuer
              </Button>
            )
          }
        >
          {waiting.length === 1
            ? `«\u00A0${waiting[0]?.name ?? ''}\u00A0» n’est pas un document\u00A0: il vous sera proposé après cet import.`
            : `${waiting.length} autres fichiers ne sont pas des documents\u00A0: ils vous seront proposés après cet import.`}
        </Notice>
      )}
    </StepForm>
  );
};
