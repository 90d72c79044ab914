import { Button, Group, NumberInput, Text } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PaymentPlan } from '../../../shared/ledger/agreement.ts';
import {
  type ForfeitureLetter,
  forfeitureLetter,
  forfeitureNoticeLetter,
} from '../../../shared/reminders/forfeiture-text.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { forfeitPlan, recordForfeitureNotice } from '../../db/commands/forfeiture.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import classes from './forfeiture-dialog.module.css';

const usualDays = 8;

const LetterProposal = ({ letter }: { readonly letter: ForfeitureLetter }) => {
  const [isCopied, setCopied] = useState(false);
  const text = `${letter.subject}\n\n${letter.body}`;
  const copy = async (): Promise<void> => {
    const answer = await bridge.copyText(text);
    setCopied(answer.ok);
  };
  return (
    <section aria-label="Texte proposé" className={classes.letter}>
      <header className={classes.head}>
        <strong>{letter.subject}</strong>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Copy size={14} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {isCopied ? 'Texte copié' : 'Copier le texte'}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className={classes.body} tabIndex={0}>
        {letter.body}
      </div>
    </section>
  );
};

const NoticeForm = ({ plan, onClose }: { readonly plan: PaymentPlan; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [sentOn, setSentOn] = useState<Day | undefined>(plan.forfeitureNotice?.sentOn ?? today);
  const [grantedDays, setGrantedDays] = useState(usualDays);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (sentOn === undefined) return;
    const done = await run(recordForfeitureNotice, { planId: plan.id, sentOn, grantedDays });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Noter l’envoi" onSubmit={submit} onCancel={onClose}>
      <Text size="sm">
        La déchéance du terme rend tout le solde exigible. Elle doit être prévue dans l’échéancier signé, et
        suit une mise en demeure restée sans effet, à envoyer en recommandé.
      </Text>
      <LetterProposal
        letter={forfeitureNoticeLetter(ledger, plan, today, sentOn ?? today, Math.max(1, grantedDays))}
      />
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Mise en demeure envoyée le"
          value={sentOn}
          onChange={setSentOn}
          error={tried && sentOn === undefined ? 'Indiquez la date d’envoi.' : undefined}
          data-autofocus
        />
        <NumberInput
          label="Délai accordé (jours)"
          value={grantedDays}
          min={1}
          max={60}
          allowDecimal={false}
          onChange={(value) => setGrantedDays(typeof value === 'number' ? value : usualDays)}
        />
      </Group>
    </DialogForm>
  );
};

const ForfeitForm = ({ plan, onClose }: { readonly plan: PaymentPlan; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const submit = async (): Promise<void> => {
    const done = await run(forfeitPlan, { planId: plan.id });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Prononcer la déchéance" onSubmit={submit} onCancel={onClose}>
      <Text size="sm">
        Le délai de la mise en demeure a pris fin le{' '}
        {formatDay(plan.forfeitureNotice?.endsOn ?? plan.agreedOn)}. L’échéancier prend fin, tout le solde est
        dû et les relances reprennent selon le scénario.
      </Text>
      <LetterProposal letter={forfeitureLetter(ledger, plan)} />
    </DialogForm>
  );
};

/** « Déchéance du terme »: its formal notice first, then, once that went unanswered, the end of the plan. */
export const ForfeitureDialog = ({
  plan,
  opened,
  onClose,
}: {
  readonly plan: PaymentPlan;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const isOver = plan.forfeitureNotice !== undefined && today > plan.forfeitureNotice.endsOn;
  return (
    <Dialog
      title={isOver ? 'Déchéance du terme' : 'Mise en demeure avant déchéance du terme'}
      opened={opened}
      onClose={onClose}
      size="lg"
    >
      {isOver ? <ForfeitForm plan={plan} onClose={onClose} /> : <NoticeForm plan={plan} onClose={onClose} />}
    </Dialog>
  );
};
