import { ActionIcon, Badge, Checkbox } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { BankFilePreview } from '../../../shared/importing/bank-import-preview.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type BankFileStanding, type CheckedBankFile, isIncomplete } from './bank-file-checks.ts';
import { BankProblems } from './bank-problems.tsx';
import { StatementFacts } from './statement-facts.tsx';

const badgeOf = (
  standing: BankFileStanding,
  { newLineCount }: BankFilePreview,
): { readonly label: string; readonly color: string } => {
  switch (standing) {
    case 'refused':
      return { label: 'Pas importé', color: 'red' };
    case 'known':
      return { label: 'Rien de nouveau', color: 'gray' };
    case 'new':
      return {
        label:
          newLineCount === 0
            ? 'Aucun mouvement'
            : counted(newLineCount, 'nouveau mouvement', 'nouveaux mouvements'),
        color: 'ink',
      };
  }
};

/** One bank file before it is imported: its statements, what is wrong with it, and whether it is taken. */
export const BankFileCard = ({
  file,
  preview,
  standing,
  nameOf,
  onName,
  accountChoice,
  isAccepted,
  onAccept,
  onRemove,
}: {
  readonly file: CheckedBankFile;
  readonly preview: BankFilePreview;
  readonly standing: BankFileStanding;
  readonly nameOf: (accountKey: string) => string;
  readonly onName: (accountKey: string, name: string) => void;
  /** Which account it is, where the file does not say so. */
  readonly accountChoice: ReactNode;
  readonly isAccepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly onRemove: () => void;
}) => {
  const badge = badgeOf(standing, preview);
  return (
    <Card
      title={file.fileName}
      actions={
        <>
          <Badge color={badge.color}>{badge.label}</Badge>
          <ActionIcon aria-label={`Retirer ${file.fileName}`} onClick={onRemove}>
            <X size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      }
    >
      {preview.importedAt !== undefined && (
        <Notice tone="info">
          Ce fichier a déjà été importé le {formatDay(businessDay(Date.parse(preview.importedAt)))}. Rien
          n’est compté deux fois.
        </Notice>
      )}
      {accountChoice}
      {preview.statements.map((statement, index) => (
        <StatementFacts
          // A file may hold the same account twice; the statements keep their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          preview={statement}
          accountName={nameOf(statement.accountKey)}
          onAccountName={(name) => onName(statement.accountKey, name)}
        />
      ))}
      <BankProblems problems={file.reading.problems} />
      {standing === 'new' && isIncomplete(file) && (
        <Checkbox
          mt="sm"
          label="Une partie de ce fichier n’a pas pu être lue&nbsp;: importer quand même le reste"
          checked={isAccepted}
          onChange={(event) => onAccept(event.currentTarget.checked)}
        />
      )}
    </Card>
  );
};
