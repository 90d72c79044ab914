import { Badge, Button } from '@mantine/core';
import { CircleAlert, CircleCheck, CircleHelp, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { lastNewsOf } from '../../../shared/insight/silent-handovers.ts';
import { collectorKindNames, handoverOutcomeNames } from '../../../shared/ledger/collector-names.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import { type ChecklistItem, handoverChecklist } from '../../../shared/ledger/handover-checklist.ts';
import { feeText } from '../../../shared/ledger/handover-fee.ts';
import { handoverFigures } from '../../../shared/ledger/handover-figures.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { isHandoverOpen } from '../../../shared/reminders/third-party-block.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { addHandoverDocument, noteHandoverNews } from '../../db/commands/handovers.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { MediationButton } from '../agreements/mediation-button.tsx';
import badges from '../clients/flag-badges.module.css';
import { openDocument, picked, stored } from '../letters/letter-actions.ts';
import { ChangeHandoverDialog } from './change-handover-dialog.tsx';
import { CollectedDialog } from './collected-dialog.tsx';
import { EndHandoverDialog } from './end-handover-dialog.tsx';
import classes from './handovers.module.css';

const marks = { there: CircleCheck, missing: CircleAlert, 'to-check': CircleHelp } as const;
const markNames = { there: 'Présent', missing: 'Manque', 'to-check': 'À vérifier' } as const;

const Check = ({ item }: { readonly item: ChecklistItem }) => {
  const Mark = marks[item.state];
  return (
    <li>
      <Mark size={14} className={classes.check} data-state={item.state} aria-label={markNames[item.state]} />
      <span>
        {item.label}
        {item.detail !== '' && <span className={classes.quiet}> {item.detail}</span>}
      </span>
    </li>
  );
};

/** One hand-over: who has what, what came of it, what the partner still needs. */
export const HandoverItem = ({ handover }: { readonly handover: Handover }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [dialog, setDialog] = useState<'collected' | 'end' | 'change'>();
  const { recoveredCents, feeCents, openCents } = handoverFigures(ledger, handover);
  const isOpen = isHandoverOpen(handover, today);
  const clientName = ledger.clients.get(handover.clientId)?.name ?? '';
  const numbers = handover.invoiceIds.map((id) => ledger.invoices.get(id)?.number ?? '').join(', ');
  const checklist = handoverChecklist(ledger, handover);
  const missing = checklist.filter(({ state }) => state === 'missing').length;
  const attach = async (): Promise<void> => {
    const file = await picked();
    const document = file && (await stored(file));
    if (document) await run(addHandoverDocument, { handoverId: handover.id, document });
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h2 className={classes.title} title={`${handover.collector.name}, ${clientName}`}>
          {handover.collector.name} : <Link href={places.client(handover.clientId)}>{clientName}</Link>
        </h2>
        <Badge component="span" className={badges.badge ?? ''} data-tone={isOpen ? 'accent' : 'quiet'}>
          {handover.ended === undefined
            ? 'En cours'
            : `${capitalised(handoverOutcomeNames[handover.ended.outcome])} le ${formatDay(handover.ended.on)}`}
        </Badge>
      </div>
      <div className={classes.quiet}>
        {collectorKindNames[handover.collector.kind]}, remis le {formatDay(handover.handedOverOn)},{' '}
        {feeText(handover.fee)}
        {handover.reference !== undefined && `, réf. ${handover.reference}`}.{' '}
        {handover.invoiceIds.length === 1 ? 'Facture' : 'Factures'} {numbers}.
        {isOpen && ` Dernières nouvelles le ${formatDay(lastNewsOf(ledger, handover))}.`}
      </div>
      <dl className={classes.figures}>
        <div>
          <dt>Créance confiée</dt>
          <dd className="figures">{formatAmount(handover.claimCents)}</dd>
        </div>
        <div>
          <dt>Recouvré</dt>
          <dd className="figures">{formatAmount(recoveredCents)}</dd>
        </div>
        <div>
          <dt>Rémunération</dt>
          <dd className="figures">{formatAmount(feeCents)}</dd>
        </div>
        <div>
          <dt>Reste dû</dt>
          <dd className="figures">{formatAmount(openCents)}</dd>
        </div>
      </dl>
      {handover.note !== '' && <p className={classes.quiet}>{handover.note}</p>}
      {isOpen && (
        <Disclosure
          label={
            missing === 0
              ? 'Ce qu’il faut au partenaire'
              : `Ce qu’il faut au partenaire (${missing} à compléter)`
          }
        >
          <ul className={classes.checks}>
            {checklist.map((item) => (
              <Check key={item.label} item={item} />
            ))}
          </ul>
        </Disclosure>
      )}
      <div className={classes.actions}>
        {isOpen && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setDialog('collected')}>
              Règlement reversé…
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void run(noteHandoverNews, { handoverId: handover.id })}
            >
              Nouvelles reçues
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={places.newLetter(handover.clientId, { kind: 'mandate', handoverId: handover.id })}
            >
              Mandat
            </Button>
          </>
        )}
        {isOpen && handover.collector.kind === 'mediator' && (
          <MediationButton clientId={handover.clientId} invoiceIds={handover.invoiceIds} />
        )}
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          href={places.clientStatement(handover.clientId)}
        >
          Décompte
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void attach()}>
          Joindre…
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setDialog('change')}>
          Modifier…
        </Button>
        {isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setDialog('end')}>
            Retour du dossier…
          </Button>
        )}
        {handover.documents.map((document) => (
          <Button
            key={document.hash}
            size="compact-sm"
            variant="subtle"
            leftSection={<Paperclip size={14} aria-hidden="true" />}
            onClick={() => void openDocument(document)}
          >
            {document.name.slice(0, 40)}
          </Button>
        ))}
      </div>
      <CollectedDialog
        handover={handover}
        opened={dialog === 'collected'}
        onClose={() => setDialog(undefined)}
      />
      <ChangeHandoverDialog
        handover={handover}
        opened={dialog === 'change'}
        onClose={() => setDialog(undefined)}
      />
      <EndHandoverDialog handover={handover} opened={dialog === 'end'} onClose={() => setDialog(undefined)} />
    </li>
  );
};
