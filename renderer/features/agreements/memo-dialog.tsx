import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { internalPaper } from '../../../shared/letters/internal-paper.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { PaperDialog } from './paper-dialog.tsx';

/** « Mémo pour les collègues » on the company's paper. */
export const MemoDialog = ({
  id,
  memo,
  fileName,
  opened,
  onClose,
}: {
  /** Names the PDF of it. */
  readonly id: string;
  readonly memo: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly fileName: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const company = settingsOf(useLedger(), 'company');
  const today = useToday();
  const model = internalPaper(company, {
    id,
    writtenOn: today,
    recipient: ['Mémo interne'],
    subject: memo.title,
    before: memo.paragraphs,
    after: [],
  });
  return (
    <PaperDialog
      title="Mémo pour les collègues"
      model={model}
      fileName={fileName}
      opened={opened}
      onClose={onClose}
    />
  );
};
