import { Button, type ButtonProps } from '@mantine/core';
import { Link } from 'wouter';
import type { AgendaConcern } from '../../../shared/insight/agenda-concern.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { unreachable } from '../../../shared/result.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { endPlan, withdrawPromise } from '../../db/commands/agreements.ts';
import { noteHandoverNews } from '../../db/commands/handovers.ts';
import { addNote } from '../../db/commands/notes.ts';
import { UnknownActions } from '../reminders/unknown-actions.tsx';

const quiet: ButtonProps = { variant: 'default', size: 'compact-sm' };

/** What the user can do about a concern without leaving the page. */
export const ConcernActions = ({
  concern,
  onPay,
  onPromise,
}: {
  readonly concern: AgendaConcern;
  readonly onPay: (invoiceIds: readonly string[]) => void;
  readonly onPromise: (invoiceIds: readonly string[]) => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const owed = (invoiceIds: readonly string[]): readonly string[] =>
    invoiceIds.filter((id) => remainingCents(ledger, id) > 0);
  switch (concern.kind) {
    case 'unknown-message':
      return <UnknownActions reminder={concern.reminder} />;
    case 'rejected-message':
      return (
        <Button {...quiet} component={Link} href={places.client(concern.clientId)}>
          Corriger l’adresse
        </Button>
      );
    case 'broken-promise': {
      const { id, invoiceIds } = concern.promise;
      return (
        <>
          <Button {...quiet} onClick={() => onPay(owed(invoiceIds))}>
            Payée
          </Button>
          <Button {...quiet} onClick={() => onPromise(owed(invoiceIds))}>
            Nouvelle promesse
          </Button>
          <Button {...quiet} onClick={() => void run(withdrawPromise, { promiseId: id })}>
            Reprendre les relances
          </Button>
        </>
      );
    }
    case 'missed-instalment': {
      const { id, invoiceIds } = concern.plan;
      return (
        <>
          <Button {...quiet} onClick={() => onPay(owed(invoiceIds))}>
            Payée
          </Button>
          <Button {...quiet} component={Link} href={places.client(concern.clientId)}>
            Déchéance du terme
          </Button>
          <Button {...quiet} onClick={() => void run(endPlan, { planId: id })}>
            Mettre fin à l’échéancier
          </Button>
        </>
      );
    }
    case 'letter-undelivered':
      return (
        <>
          <Button {...quiet} component={Link} href={places.client(concern.clientId)}>
            Corriger l’adresse
          </Button>
          <Button {...quiet} component={Link} href={places.letter(concern.letter.row.id)}>
            Renvoyer
          </Button>
        </>
      );
    case 'letter-returned':
    case 'letter-receipt-missing':
    case 'letter-proof-to-archive':
      return (
        <Button {...quiet} component={Link} href={places.letter(concern.letter.row.id)}>
          {concern.kind === 'letter-receipt-missing' ? 'Noter la suite' : 'Joindre la preuve'}
        </Button>
      );
    case 'handover-silent': {
      const { id } = concern.handover;
      return (
        <>
          <Button {...quiet} onClick={() => void run(noteHandoverNews, { handoverId: id })}>
            Nouvelles reçues
          </Button>
          <Button {...quiet} component={Link} href={places.handovers}>
            Voir le dossier
          </Button>
        </>
      );
    }
    case 'follow-up':
      return (
        <Button
          {...quiet}
          onClick={() =>
            void run(addNote, { clientId: concern.clientId, kind: 'note', text: 'Contact repris' })
          }
        >
          Contact repris
        </Button>
      );
    case 'not-delivered':
    case 'documents-asked':
      return (
        <Button {...quiet} component={Link} href={places.clientInvoice(concern.clientId, concern.invoice.id)}>
          Voir la facture
        </Button>
      );
    case 'data-gap':
      return (
        <Button {...quiet} component={Link} href={places.client(concern.clientId)}>
          Compléter
        </Button>
      );
    case 'legal-rates':
      return (
        <Button {...quiet} component={Link} href={places.settingsSection('taux')}>
          {concern.alarm.kind === 'to-confirm' ? 'Vérifier les taux' : 'Ajouter les taux'}
        </Button>
      );
    case 'case-deadline':
      return (
        <Button {...quiet} component={Link} href={places.case(concern.legalCase.id)}>
          Voir le dossier
        </Button>
      );
    case 'declare-claim':
      return (
        <Button {...quiet} component={Link} href={places.claimDeclaration(concern.clientId)}>
          Préparer la déclaration
        </Button>
      );
    case 'limitation':
      return (
        <Button
          {...quiet}
          component={Link}
          href={places.clientInvoice(concern.clientId, concern.alarm.invoice.id)}
        >
          Voir la facture
        </Button>
      );
    default:
      return unreachable(concern);
  }
};
