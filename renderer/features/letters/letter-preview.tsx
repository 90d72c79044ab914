import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import type { LetterReadiness } from '../../../shared/letters/letter-readiness.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { Notice } from '../../ui/notice.tsx';
import { CheckListPanel } from './check-list-panel.tsx';
import { useWithdraw } from './letter-actions.ts';
import { LetterFrame } from './letter-frame.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './to-print.module.css';

const Refusal = ({
  letter,
  readiness,
}: {
  readonly letter: Reminder;
  readonly readiness: Exclude<LetterReadiness, { readonly kind: 'ready' }>;
}) => {
  const withdraw = useWithdraw();
  return (
    <Notice tone="alert">
      <p className={classes.refusal}>Ce courrier ne peut pas être imprimé.</p>
      <ProblemList problems={readiness.problems} clientId={letter.clientId} />
      <Button
        mt={8}
        variant="default"
        size="compact-sm"
        leftSection={<Undo2 size={14} aria-hidden="true" />}
        onClick={() => void withdraw(letter)}
      >
        Retirer le courrier
      </Button>
    </Notice>
  );
};

/** One letter: what keeps it from being printed first, else the page; its check list behind a click. */
export const LetterPreview = ({
  letter,
  readiness,
}: {
  readonly letter: Reminder;
  readonly readiness: LetterReadiness;
}) => {
  const told = readiness.kind === 'ready' ? readiness.advice : readiness.problems;
  return (
    <>
      {readiness.kind !== 'ready' && <Refusal letter={letter} readiness={readiness} />}
      {readiness.kind === 'ready' && readiness.advice.length > 0 && (
        <Notice tone="caution">
          <ProblemList problems={readiness.advice} clientId={letter.clientId} />
        </Notice>
      )}
      <CheckListPanel
        key={`${letter.id} ${readiness.kind}`}
        list={readiness.checkList}
        told={told}
        clientId={letter.clientId}
      />
      {readiness.kind === 'ready' && <LetterFrame model={readiness.model} />}
    </>
  );
};
