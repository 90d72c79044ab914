import { Button, Group } from '@mantine/core';
import { FileText } from 'lucide-react';
import type { ClientLetter } from '../../../../shared/ledger/client-letter.ts';
import { useRun } from '../../../application/use-run.tsx';
import { withdrawClientLetter } from '../../../db/commands/client-letters.ts';
import { openDocument } from '../../letters/letter-actions.ts';
import classes from './timeline.module.css';

/** A letter beside the reminders: its words, its documents, and what can still be done about it. */
export const ClientLetterDetail = ({ letter }: { readonly letter: ClientLetter }) => {
  const run = useRun();
  const isWaiting = letter.state.kind === 'to-print' || letter.state.kind === 'printed';
  return (
    <>
      <article className={classes.message} aria-label="Texte de la lettre">
        <p className={classes.subject}>{letter.subject}</p>
        <p className={classes.body}>{letter.body}</p>
      </article>
      <Group gap="xs">
        {letter.documents.map((document) => (
          <Button
            key={document.hash}
            size="compact-sm"
            variant="default"
            leftSection={<FileText size={14} aria-hidden="true" />}
            onClick={() => void openDocument(document)}
          >
            Ouvrir «&nbsp;{document.name}&nbsp;»
          </Button>
        ))}
        {isWaiting && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void run(withdrawClientLetter, { id: letter.id })}
          >
            Retirer la lettre
          </Button>
        )}
      </Group>
    </>
  );
};
