import { Button } from '@mantine/core';
import { Check, CircleCheck, Search, TriangleAlert, X } from 'lucide-react';
import { formatFullDay } from '../../../shared/dates/format-day.ts';
import { formatIban, isIban } from '../../../shared/identifiers/iban.ts';
import type { MatchCandidate, MatchReason } from '../../../shared/matching/match-contract.ts';
import { isDoubt, matchReasonText } from '../../../shared/matching/match-reason-text.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import layout from '../../ui/queue-layout.module.css';
import classes from './match-detail.module.css';
import { isOpenReason, type MatchRow } from './match-rows.ts';
import { targetText } from './target-text.ts';
import { TargetView } from './target-view.tsx';

const Reasons = ({
  reasons,
  isCertain,
}: {
  readonly reasons: readonly MatchReason[];
  readonly isCertain: boolean;
}) => (
  <ul className={classes.reasons}>
    {reasons.map((reason) => {
      const text = matchReasonText(reason);
      const doubt = isDoubt(reason) || (!isCertain && isOpenReason(reason));
      return (
        <li key={`${reason.kind} ${text}`} data-doubt={doubt || undefined}>
          {doubt ? (
            <TriangleAlert size={14} aria-label="À vérifier" />
          ) : (
            <CircleCheck size={14} aria-label="Indice" />
          )}
          {text}
        </li>
      );
    })}
  </ul>
);

/** The candidates among which the user chooses with a figure: the best one, then its alternatives. */
export const candidatesOf = ({ proposal }: MatchRow): readonly MatchCandidate[] =>
  proposal?.best ? [proposal.best, ...proposal.alternatives] : (proposal?.alternatives ?? []);

/** The movement under the cursor: what the bank says of it, what it is taken for and why, and what else it may be. */
export const MatchDetail = ({
  row,
  onAccept,
  onChoose,
  onSetAside,
  onCandidate,
}: {
  readonly row: MatchRow;
  readonly onAccept: () => void;
  readonly onChoose: () => void;
  readonly onSetAside: () => void;
  /** @param index 0 for the first proposal. */
  readonly onCandidate: (index: number) => void;
}) => {
  const ledger = useLedger();
  const { line, decision, proposal, currency, amountCents } = row;
  const { counterpartyIban, reference } = line;
  const [target] = decision.targets;
  const candidates = candidatesOf(row);
  const chosen = candidates.findIndex((candidate) => candidate.target === target);
  const shown = candidates[chosen];
  const taken =
    decision.takenInvoiceId === undefined ? undefined : ledger.invoices.get(decision.takenInvoiceId)?.number;
  const otherFacts = [
    row.accountName,
    counterpartyIban === undefined
      ? undefined
      : isIban(counterpartyIban)
        ? formatIban(counterpartyIban)
        : counterpartyIban,
    reference === undefined ? undefined : `réf. ${reference}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <section className={layout.panel} aria-label="Mouvement choisi">
      <header className={classes.header}>
        <div className={classes.head}>
          <h2 title={row.title}>{row.title}</h2>
          <span className={`${classes.amount} figures`} data-outgoing={amountCents < 0 || undefined}>
            {formatMoney(amountCents, currency)}
          </span>
        </div>
        <p className={classes.meta}>
          {formatFullDay(line.bookedOn)} · {otherFacts.join(' · ')}
        </p>
        <p className={classes.label}>{line.label}</p>
        {line.amountCents !== amountCents && (
          <p className={classes.note}>
            Le mouvement est de {formatMoney(line.amountCents, currency)}&#8239;; une partie est déjà
            affectée.
          </p>
        )}
        <div className={classes.actions}>
          <Button
            variant={decision.isTicked ? 'default' : 'light'}
            leftSection={<Check size={16} aria-hidden="true" />}
            disabled={decision.targets.length === 0 || taken !== undefined}
            aria-keyshortcuts="Enter"
            onClick={onAccept}
          >
            {decision.isTicked ? 'Coché' : 'Accepter'}
          </Button>
          <Button
            variant="default"
            leftSection={<Search size={16} aria-hidden="true" />}
            aria-keyshortcuts="/"
            disabled={currency !== 'EUR'}
            onClick={onChoose}
          >
            {amountCents < 0 ? 'Choisir le paiement' : 'Choisir la facture'}
          </Button>
          <Button
            variant="default"
            leftSection={<X size={16} aria-hidden="true" />}
            aria-keyshortcuts="X"
            onClick={onSetAside}
          >
            Mettre de côté
          </Button>
        </div>
      </header>
      <div className={classes.body}>
        <h3>{decision.isOwn && chosen === -1 ? 'Votre choix' : 'Proposition'}</h3>
        {taken !== undefined && (
          <p className={classes.note} data-tone="caution">
            La facture {taken} est déjà prise par un autre mouvement coché. Choisissez-en une autre, ou
            décochez l’autre mouvement.
          </p>
        )}
        {decision.targets.length === 0 ? (
          <p className={classes.note}>
            {currency === 'EUR'
              ? amountCents < 0
                ? 'Aucun paiement enregistré ne correspond. Cherchez celui que la banque reprend avec «\u00A0Choisir le paiement\u00A0», ou mettez ce mouvement de côté.'
                : 'Rien ne désigne un client. Cherchez-le avec «\u00A0Choisir la facture\u00A0», ou laissez ce mouvement dans «\u00A0À affecter\u00A0».'
              : `Ce compte est en ${currency}\u00A0: ses mouvements ne règlent pas de factures en euros. Mettez-le de côté.`}
          </p>
        ) : (
          decision.targets.map((each) => (
            <TargetView
              key={'clientId' in each ? each.clientId : each.kind}
              target={each}
              currency={currency}
              score={shown?.target === each ? shown.score : undefined}
            />
          ))
        )}
        {shown && shown.reasons.length > 0 && (
          <>
            <h3>{proposal?.isCertain && chosen === 0 ? 'Pourquoi c’est sûr' : 'Indices'}</h3>
            <Reasons reasons={shown.reasons} isCertain={proposal?.isCertain === true && chosen === 0} />
          </>
        )}
        {candidates.length > 1 && (
          <>
            <h3>Autres possibilités</h3>
            {candidates.map((candidate, index) => (
              <button
                // The list of a movement never changes its order.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={index}
                type="button"
                className={classes.alternative}
                aria-pressed={index === chosen}
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onCandidate(index)}
              >
                <kbd>{index + 1}</kbd>
                <span className={classes.alternativeText}>
                  <span>{targetText(ledger, candidate.target)}</span>
                  <span>{candidate.reasons[0] && matchReasonText(candidate.reasons[0])}</span>
                </span>
                <span className={classes.score}>{candidate.score} %</span>
              </button>
            ))}
          </>
        )}
      </div>
    </section>
  );
};
