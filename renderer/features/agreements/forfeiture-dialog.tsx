import { Button, Checkbox, Group, NumberInput, Radio, Text } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PaymentPlan } from '../../../shared/ledger/agreement.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { deadlineFor } from '../../../shared/reminders/deadline.ts';
import {
  type ForfeitureStanding,
  forfeitureStanding,
  forfeitureStandingText,
} from '../../../shared/reminders/forfeiture-standing.ts';
import {
  type ForfeitureLetter,
  forfeitureLetter,
  forfeitureNoticeLetter,
} from '../../../shared/reminders/forfeiture-text.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { forfeitPlan, recordForfeitureNotice, writeForfeitureNotice } from '../../db/commands/forfeiture.ts';
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
  const [, go] = useLocation();
  const [isSent, setSent] = useState(false);
  const [sentOn, setSentOn] = useState<Day | undefined>(plan.forfeitureNotice?.sentOn ?? today);
  const [grantedDays, setGrantedDays] = useState(usualDays);
  const [tried, setTried] = useState(false);
  const days = Math.max(1, grantedDays);
  const { calendar } = settingsOf(ledger, 'reminders');
  const deadlineOn = isSent
    ? addDays(sentOn ?? today, days)
    : (deadlineFor(days, 'registered-letter', today, calendar) ?? today);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isSent) {
      if (!(await run(writeForfeitureNotice, { planId: plan.id, grantedDays }))) return;
      onClose();
      go(places.letters);
      return;
    }
    if (sentOn === undefined) return;
    const done = await run(recordForfeitureNotice, { planId: plan.id, sentOn, grantedDays });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel={isSent ? 'Noter l’envoi' : 'Mettre à imprimer'}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Text size="sm">
        La déchéance du terme rend tout le solde exigible. Elle doit être prévue dans l’échéancier signé, et
        suit une mise en demeure restée sans effet, à envoyer en recommandé.
      </Text>
      <Radio.Group
        aria-label="Mise en demeure"
        value={isSent ? 'sent' : 'print'}
        onChange={(value) => setSent(value === 'sent')}
      >
        <div className={classes.ways}>
          <Radio
            value="print"
            label="Préparer la lettre"
            description="Imprimée puis postée depuis « Courriers »&nbsp;: le délai court de sa réception."
            data-autofocus
          />
          <Radio
            value="sent"
            label="Je l’ai déjà envoyée"
            description="Le délai court de la date d’envoi que vous indiquez."
          />
        </div>
      </Radio.Group>
      <Group grow align="flex-start" gap="md">
        {isSent && (
          <DayInput
            label="Mise en demeure envoyée le"
            value={sentOn}
            onChange={setSentOn}
            error={tried && sentOn === undefined ? 'Indiquez la date d’envoi.' : undefined}
          />
        )}
        <NumberInput
          label="Délai accordé (jours)"
          value={grantedDays}
          min={1}
          max={60}
          allowDecimal={false}
          onChange={(value) => setGrantedDays(typeof value === 'number' ? value : usualDays)}
        />
      </Group>
      <LetterProposal
        letter={forfeitureNoticeLetter(ledger, plan, today, deadlineOn, isSent ? {} : { grantedDays: days })}
      />
    </DialogForm>
  );
};

const ForfeitForm = ({
  plan,
  endsOn,
  onClose,
}: {
  readonly plan: PaymentPlan;
  readonly endsOn: Day;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const [withLetter, setWithLetter] = useState(true);
  const submit = async (): Promise<void> => {
    const done = await run(forfeitPlan, { planId: plan.id, withLetter });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Prononcer la déchéance" onSubmit={submit} onCancel={onClose}>
      <Text size="sm">
        Le délai de la mise en demeure a pris fin le {formatDay(endsOn)}. L’échéancier prend fin et tout le
        solde est dû. Les relances reprennent selon le scénario, sauf si ce client en est exclu.
      </Text>
      <Checkbox
        label="Mettre aussi la lettre qui la prononce à imprimer, en recommandé"
        checked={withLetter}
        onChange={(event) => setWithLetter(event.currentTarget.checked)}
        data-autofocus
      />
      <LetterProposal letter={forfeitureLetter(ledger, plan)} />
    </DialogForm>
  );
};

/** What there is to wait for: the letter is printed and posted, and its receipt noted, where letters are. */
const WaitingNotice = ({
  standing,
  onClose,
}: {
  readonly standing: Extract<ForfeitureStanding, { readonly letter: unknown }>;
  readonly onClose: () => void;
}) => {
  const [, go] = useLocation();
  return (
    <DialogForm
      submitLabel="Voir le courrier"
      onCancel={onClose}
      onSubmit={() => {
        onClose();
        go(standing.kind === 'to-send' ? places.letters : places.letter(standing.letter.id));
      }}
    >
      <Text size="sm">{forfeitureStandingText(standing)}</Text>
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
  const ledger = useLedger();
  const today = useToday();
  const standing = forfeitureStanding(ledger, plan);
  const endsOn = standing.kind === 'granted' && today > standing.endsOn ? standing.endsOn : undefined;
  return (
    <Dialog
      title={endsOn === undefined ? 'Mise en demeure avant déchéance du terme' : 'Déchéance du terme'}
      opened={opened}
      onClose={onClose}
      size="lg"
    >
      {endsOn !== undefined ? (
        <ForfeitForm plan={plan} endsOn={endsOn} onClose={onClose} />
      ) : standing.kind === 'to-send' || standing.kind === 'on-its-way' || standing.kind === 'returned' ? (
        <WaitingNotice standing={standing} onClose={onClose} />
      ) : (
        <NoticeForm plan={plan} onClose={onClose} />
      )}
    </Dialog>
  );
};
