import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { declarationSentence, isDeclarationPressing } from '../../../shared/claims/declaration-text.ts';
import { type InsolvencyClaim, insolvencyClaim } from '../../../shared/claims/insolvency-claim.ts';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type ClaimDeclaration, claimDeclaration } from '../../../shared/law/claim-declaration.ts';
import { reservedTitleClaimDeadline } from '../../../shared/law/procedural-dates.ts';
import type { Client, Insolvency } from '../../../shared/ledger/client.ts';
import { insolvencyName } from '../../../shared/ledger/client-flag.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ForbiddenPayments } from './forbidden-payments.tsx';
import classes from './insolvency.module.css';
import { InsolvencyDialog } from './insolvency-dialog.tsx';

const toneOf = (state: ClaimDeclaration): 'info' | 'caution' | 'alert' => {
  if (isDeclarationPressing(state)) return 'alert';
  return state.kind === 'open' || state.kind === 'unpublished' ? 'caution' : 'info';
};

/** « , dont échu 5 953,38 € et à échoir 5 000,00 € »; nothing where all of it was due. */
const partsText = ({ due, toFallDue }: InsolvencyClaim): string => {
  if (toFallDue.totalCents === 0) return '';
  return due.totalCents === 0
    ? ', à échoir en totalité'
    : `, dont échu ${formatAmount(due.totalCents)} et à échoir ${formatAmount(toFallDue.totalCents)}`;
};

/** What follows from the procedure besides the declaration. */
const Consequences = ({ insolvency }: { readonly insolvency: Insolvency }) => {
  const ledger = useLedger();
  const { calendar } = settingsOf(ledger, 'reminders');
  const { kind, publishedOn } = insolvency;
  const title = publishedOn && reservedTitleClaimDeadline(publishedOn, calendar, legalParametersOf(ledger));
  return (
    <ul className={classes.consequences}>
      <li>
        Les factures nées avant le jugement ne sont plus relancées ; ce qui attendait l’envoi est retiré.
      </li>
      <li>
        Celles nées après restent payables à l’échéance et se relancent : adressez copie à l’administrateur
        judiciaire s’il en est nommé un.
      </li>
      <li>
        Marchandises vendues avec réserve de propriété :{' '}
        {title?.ok
          ? `revendication jusqu’au ${formatDay(title.value.raw)} (trois mois après la publication).`
          : 'revendication dans les trois mois de la publication au BODACC.'}
      </li>
      {kind === 'liquidation' && (
        <li>
          La TVA de ces factures peut être récupérée dès le jugement de liquidation : parlez-en à votre
          comptable.
        </li>
      )}
    </ul>
  );
};

/** The procedure of a client: until when to declare what, and what else follows. */
export const InsolvencyBanner = ({ client }: { readonly client: Client }) => {
  const ledger = useLedger();
  const today = useToday();
  const [isEditing, setIsEditing] = useState(false);
  const claim = useMemo(() => insolvencyClaim(ledger, client.id, today), [ledger, client.id, today]);
  const { insolvency } = client;
  if (insolvency === undefined) return null;
  const { calendar } = settingsOf(ledger, 'reminders');
  const state = claimDeclaration(insolvency, today, calendar, legalParametersOf(ledger));
  const { kind, judgmentOn, trustee } = insolvency;
  const figures = claim.ok && claim.value.totalCents > 0 ? claim.value : undefined;
  return (
    <>
      <Notice
        tone={figures === undefined ? 'info' : toneOf(state)}
        action={
          <span className={classes.actions}>
            <Button size="compact-sm" variant="subtle" onClick={() => setIsEditing(true)}>
              {state.kind === 'unpublished' ? 'Indiquer la publication' : 'Modifier'}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={places.claimDeclaration(client.id)}
            >
              Déclaration de créance
            </Button>
          </span>
        }
      >
        <strong>
          {insolvencyName(kind)}, jugement du {formatDay(judgmentOn)}.
        </strong>{' '}
        {figures === undefined
          ? 'Aucune facture ouverte n’est née avant le jugement.'
          : declarationSentence(state, kind)}
        {figures !== undefined && (
          <div className={classes.figures}>
            {`${state.kind === 'declared' ? 'Montant' : 'À déclarer'}\u00A0: `}
            <strong className="figures">{formatAmount(figures.totalCents)}</strong>
            {partsText(figures)}
            {figures.due.interestCents + figures.due.indemnityCents > 0 &&
              `, intérêts et indemnités compris jusqu’au ${formatDay(figures.interestUntil)}`}
          </div>
        )}
        {trustee !== undefined && (
          <div className={classes.trustee} title={trustee}>
            {`${kind === 'liquidation' ? 'Liquidateur' : 'Mandataire'}\u00A0: ${trustee.replaceAll('\n', ', ')}`}
          </div>
        )}
        <div className={classes.more}>
          <Disclosure label="Ce que la procédure change">
            <Consequences insolvency={insolvency} />
          </Disclosure>
        </div>
      </Notice>
      <ForbiddenPayments clientId={client.id} />
      <InsolvencyDialog client={client} opened={isEditing} onClose={() => setIsEditing(false)} />
    </>
  );
};
