import { Anchor, Button } from '@mantine/core';
import { Check, Paperclip } from 'lucide-react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Dispatch } from '../../../shared/ledger/dispatch.ts';
import { meaningFacts } from '../../../shared/letters/dispatch-facts.ts';
import { type DispatchMeaning, meaningOf } from '../../../shared/letters/dispatch-meaning.ts';
import { modeFacts, modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { dispatchSteps } from '../../../shared/letters/dispatch-steps.ts';
import { letterName, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { trackingLink } from '../../../shared/letters/tracking-link.ts';
import { nextStepText } from '../../../shared/reminders/next-step-text.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { usePlanning } from '../../application/use-planning.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { fileLetters, reopenLetter, resendLetter } from '../../db/commands/letter-chain.ts';
import { fileDrop } from '../../ui/file-drop.ts';
import { useAttachProof } from './letter-actions.ts';
import classes from './posted-panel.module.css';
import { ProofList } from './proof-list.tsx';

/** Opens La Poste's page of a number in the browser. */
export const follow = async (number: string): Promise<void> => {
  const opened = await bridge.openExternal(trackingLink(number));
  if (!opened.ok) showRefusal(opened.error.message);
};

const Chain = ({ dispatch, letter }: { readonly dispatch: Dispatch; readonly letter: PaperLetter }) => (
  <ol className={classes.chain}>
    {dispatchSteps(dispatch, modeOf(letter, dispatch)).map(({ key, name, on, detail }) => (
      <li key={key} data-done={on !== undefined || undefined}>
        <span className={classes.mark} aria-hidden="true">
          {on !== undefined && <Check size={12} />}
        </span>
        <span className={classes.step}>{name}</span>
        <span className="figures">{on === undefined ? '–' : formatDay(on)}</span>
        {detail !== undefined && (
          <span className={classes.detail} title={detail}>
            {detail}
          </span>
        )}
      </li>
    ))}
  </ol>
);

/** What a posted letter waits for, and the dialogs that answer. */
export interface PanelActs {
  readonly onPresentation: () => void;
  readonly onOutcome: () => void;
  readonly onDeposit: () => void;
}

const Acts = ({
  letter,
  dispatch,
  act,
  acts,
}: {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  readonly act: DispatchMeaning['act'];
  readonly acts: PanelActs;
}) => {
  const run = useRun();
  const attach = useAttachProof();
  const { id } = letter.row;
  const facts = modeFacts[modeOf(letter, dispatch)];
  if (dispatch.filedOn !== undefined)
    return dispatch.resentOn === undefined ? (
      <div className={classes.acts}>
        <Button size="compact-md" variant="default" onClick={() => void run(reopenLetter, { id })}>
          Rouvrir
        </Button>
      </div>
    ) : null;
  const variant = (own: DispatchMeaning['act']) => (own === act ? 'filled' : 'default');
  return (
    <div className={classes.acts}>
      {act === 'resend' && (
        <>
          <Button
            size="compact-md"
            variant="default"
            component={Link}
            href={places.client(letter.row.clientId)}
          >
            Corriger l’adresse
          </Button>
          <Button size="compact-md" variant="filled" onClick={() => void run(resendLetter, { id })}>
            Renvoyer
          </Button>
        </>
      )}
      {facts.presentation !== undefined && (
        <Button size="compact-md" variant={variant('note-presentation')} onClick={acts.onPresentation}>
          {dispatch.presentedOn === undefined ? 'Noter la présentation' : 'Corriger la présentation'}
        </Button>
      )}
      <Button size="compact-md" variant={variant('note-outcome')} onClick={acts.onOutcome}>
        {dispatch.outcome === undefined ? 'Noter la suite' : 'Corriger la suite'}
      </Button>
      <Button size="compact-md" variant="default" onClick={acts.onDeposit}>
        Corriger l’envoi
      </Button>
      <Button
        size="compact-md"
        variant={variant('attach-proof')}
        leftSection={<Paperclip size={14} aria-hidden="true" />}
        onClick={() => void attach.pick([id])}
      >
        Joindre une preuve
      </Button>
      <Button
        size="compact-md"
        variant={variant('file')}
        onClick={() => void run(fileLetters, { ids: [id] })}
      >
        Classer
      </Button>
    </div>
  );
};

/** One posted letter beside the list: its chain, what that means in law, what to do, its proofs. */
export const PostedPanel = ({ letter, acts }: { readonly letter: PaperLetter; readonly acts: PanelActs }) => {
  const ledger = useLedger();
  const today = useToday();
  const attach = useAttachProof();
  const planning = usePlanning();
  const dispatch = letter.row.state.kind === 'posted' ? letter.row.state : undefined;
  if (dispatch === undefined) return null;
  const client = ledger.clients.get(letter.row.clientId);
  const mode = modeOf(letter, dispatch);
  const facts = modeFacts[mode];
  const { meaning, next, act } = meaningOf(dispatch, meaningFacts(ledger, letter, dispatch, today));
  return (
    <aside
      className={classes.panel}
      aria-label={`Courrier à ${client?.name ?? ''}`}
      {...fileDrop((files) => void attach.drop([letter.row.id], files))}
    >
      <header>
        <h2 className={classes.title} title={client?.name}>
          <Link href={places.client(letter.row.clientId)}>{client?.name}</Link>
        </h2>
        <p className={classes.kind}>
          {letterName(letter)}, {facts.name.toLocaleLowerCase('fr')}
        </p>
      </header>
      <Chain dispatch={dispatch} letter={letter} />
      {facts.number === 'tracking' && dispatch.trackingNumber !== '' && (
        <Anchor
          component="button"
          type="button"
          className={classes.track ?? ''}
          title="Ouvre la page de suivi de La Poste dans votre navigateur"
          onClick={() => void follow(dispatch.trackingNumber)}
        >
          Suivre sur le site de La Poste
        </Anchor>
      )}
      <section className={classes.meaning}>
        <h3>Ce que cela veut dire</h3>
        <p>{meaning}</p>
        <h3>À faire</h3>
        <p>{next}</p>
      </section>
      <Acts letter={letter} dispatch={dispatch} act={act} acts={acts} />
      {letter.table === 'reminders' && (
        <section className={classes.meaning}>
          <h3>Relance suivante</h3>
          <p>{nextStepText(ledger, planning, letter.row, today)}</p>
        </section>
      )}
      <section className={classes.meaning}>
        <h3>Documents</h3>
        <ProofList letter={letter} />
        <p className={classes.quiet}>
          {facts.proof} Glissez ici une photo ou un PDF&nbsp;: la pièce est gardée avec son empreinte.
        </p>
      </section>
    </aside>
  );
};
