import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatSemester } from '../../../shared/dates/semester.ts';
import {
  type AgendaConcern,
  concernKey,
  concernSentence,
  concernTitle,
  isPressingConcern,
} from '../../../shared/insight/agenda-concern.ts';
import { alarmSemester } from '../../../shared/insight/rate-alarm.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { PromiseDialog } from '../agreements/promise-dialog.tsx';
import { MarkPaidDialog } from '../payments/mark-paid-dialog.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { ConcernActions } from './concern-actions.tsx';
import classes from './week-screen.module.css';

const shownFirst = 6;

/** Step 2: what no reminder settles, each with what can be done about it on the spot. */
export const ConcernsSection = ({ concerns }: { readonly concerns: readonly AgendaConcern[] }) => {
  const ledger = useLedger();
  const [isWhole, setIsWhole] = useState(false);
  const [paying, setPaying] = useState<readonly string[]>();
  const [promising, setPromising] = useState<readonly string[]>();
  const shown = isWhole ? concerns : concerns.slice(0, shownFirst);
  const hidden = concerns.length - shown.length;
  /** Whom or what it is about, and where to look at it. */
  const subjectOf = (concern: AgendaConcern): { readonly name: string; readonly place: string } =>
    concern.kind === 'legal-rates'
      ? {
          name: capitalised(formatSemester(alarmSemester(concern.alarm))),
          place: places.settingsSection('taux'),
        }
      : {
          name: ledger.clients.get(concern.clientId)?.name ?? 'Client inconnu',
          place: places.client(concern.clientId),
        };
  return (
    <AgendaSection
      number={2}
      title="À regarder"
      isDone={concerns.length === 0}
      summary={
        concerns.length === 0
          ? 'Rien d’inhabituel.'
          : `${concerns.length}\u00A0${concerns.length === 1 ? 'point demande' : 'points demandent'} votre attention.`
      }
    >
      <ul className={classes.rows}>
        {shown.map((concern) => {
          const { name, place } = subjectOf(concern);
          return (
            <li key={concernKey(concern)} className={classes.row}>
              <span className={classes.kind} data-pressing={isPressingConcern(concern) ? '' : undefined}>
                {concernTitle(concern.kind)}
              </span>
              <div className={classes.what}>
                <Link href={place} className={classes.client} title={name}>
                  {name}
                </Link>
                <span className={classes.sentence}>{concernSentence(concern)}</span>
              </div>
              <div className={classes.actions}>
                <ConcernActions concern={concern} onPay={setPaying} onPromise={setPromising} />
              </div>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" className={classes.all} onClick={() => setIsWhole(true)}>
          {hidden === 1 ? 'Afficher le dernier' : `Afficher les ${hidden} autres`}
        </Button>
      )}
      <MarkPaidDialog
        invoiceIds={paying ?? []}
        opened={paying !== undefined}
        onClose={() => setPaying(undefined)}
      />
      <PromiseDialog
        invoiceIds={promising ?? []}
        opened={promising !== undefined}
        onClose={() => setPromising(undefined)}
      />
    </AgendaSection>
  );
};
