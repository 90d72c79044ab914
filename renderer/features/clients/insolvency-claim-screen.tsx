import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ArrowLeft, ClipboardCopy, Gavel, UserX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import {
  declarationRecipient,
  declarationSentence,
  isDeclarationPressing,
} from '../../../shared/claims/declaration-text.ts';
import { type InsolvencyClaim, insolvencyClaim } from '../../../shared/claims/insolvency-claim.ts';
import {
  insolvencyClaimSource,
  insolvencyClaimText,
  procedureFacts,
} from '../../../shared/claims/insolvency-claim-text.ts';
import { interestMethod } from '../../../shared/claims/interest-method.ts';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { supportingDocuments } from '../../../shared/claims/supporting-documents.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { claimDeclaration } from '../../../shared/law/claim-declaration.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { LawList } from '../../ui/law-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { BadDebtVatCard } from './bad-debt-vat-card.tsx';
import { DeclarationDialog } from './declaration-dialog.tsx';
import { DetailsList } from './details-list.tsx';
import { ForbiddenPayments } from './forbidden-payments.tsx';
import classes from './insolvency.module.css';
import { InsolvencyClaimTable } from './insolvency-claim-table.tsx';
import { InsolvencyDialog } from './insolvency-dialog.tsx';
import { insolvencyLaw } from './insolvency-law.ts';

/** Where the deadline stands, and what the figures do not hold. */
const ClaimNotices = ({ claim }: { readonly claim: InsolvencyClaim }) => {
  const ledger = useLedger();
  const today = useToday();
  const { calendar } = settingsOf(ledger, 'reminders');
  const { insolvency, client, problems, disputedCents, waivedCents } = claim;
  const state = claimDeclaration(insolvency, today, calendar, legalParametersOf(ledger));
  const tone =
    state.kind === 'declared' ? 'good' : isDeclarationPressing(state) ? 'alert' : ('caution' as const);
  return (
    <div className={classes.notices}>
      <Notice tone={tone}>{declarationSentence(state, insolvency.kind)}</Notice>
      {problems.map(({ invoice, message }) => (
        <Notice
          key={invoice.id}
          tone="alert"
          action={
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={places.clientInvoice(client.id, invoice.id)}
            >
              Voir la facture
            </Button>
          }
        >
          {message} Elle n’est pas comptée ici.
        </Notice>
      ))}
      {disputedCents > 0 && (
        <Notice tone="info">
          {formatAmount(disputedCents)} sont contestés et déclarés quand même : ce qui n’est pas déclaré est
          perdu. Si un juge est saisi, indiquez lequel.
        </Notice>
      )}
      {waivedCents > 0 && (
        <Notice tone="caution">
          {formatAmount(waivedCents)} d’intérêts et d’indemnités ne sont pas comptés, car vous y renoncez
          (réglages, client ou facture). Vous pouvez changer d’avis dans le décompte du client.
        </Notice>
      )}
      <ForbiddenPayments clientId={client.id} />
    </div>
  );
};

const ClaimTools = ({ claim }: { readonly claim: InsolvencyClaim }) => {
  const ledger = useLedger();
  const copy = async (): Promise<void> => {
    const copied = await bridge.copyText(insolvencyClaimText(ledger, claim));
    if (copied.ok) notifications.show({ message: 'Éléments de la déclaration copiés', autoClose: 4000 });
    else showRefusal(copied.error.message);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<ClipboardCopy size={16} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        Copier le texte
      </Button>
      <ExportMenu source={() => insolvencyClaimSource(claim)} />
    </>
  );
};

const ClaimPage = ({ claim }: { readonly claim: InsolvencyClaim }) => {
  const ledger = useLedger();
  const [opened, setOpened] = useState<'declared' | 'procedure'>();
  const close = (): void => setOpened(undefined);
  const { client, insolvency, due, toFallDue } = claim;
  const method = useMemo(() => interestMethod(claim), [claim]);
  const pieces = useMemo(() => supportingDocuments(ledger, claim), [ledger, claim]);
  const isEmpty = claim.lines.length === 0;
  return (
    <Page
      title="Déclaration de créance"
      lead={
        <Link href={places.client(client.id)} className={classes.back} title={client.name}>
          <ArrowLeft size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} /> {client.name}
        </Link>
      }
      actions={
        <>
          {!isEmpty && <ClaimTools claim={claim} />}
          <Button onClick={() => setOpened('declared')}>
            {insolvency.declaredOn === undefined ? 'Déclaration envoyée…' : 'Corriger la date d’envoi'}
          </Button>
        </>
      }
    >
      <ClaimNotices claim={claim} />
      <div className={classes.totals}>
        <KeyFigure label="Total à déclarer" value={formatAmount(claim.totalCents)} />
        <KeyFigure
          label={`Échu au ${formatDay(insolvency.judgmentOn)}`}
          value={formatAmount(due.totalCents)}
          hint={`principal ${formatAmount(due.principalCents)}`}
        />
        <KeyFigure
          label="À échoir"
          value={formatAmount(toFallDue.totalCents)}
          hint={toFallDue.totalCents > 0 ? 'aux dates du tableau' : 'tout était échu au jugement'}
        />
        <KeyFigure
          label="Intérêts et indemnités"
          value={formatAmount(due.interestCents + due.indemnityCents)}
          hint={`arrêtés au ${formatDay(claim.interestUntil)}`}
        />
      </div>
      <Card title="Factures nées avant le jugement, en euros" padded={false}>
        {isEmpty ? (
          <EmptyState icon={Gavel} title="Aucune facture ouverte n’est née avant le jugement." />
        ) : (
          <InsolvencyClaimTable claim={claim} />
        )}
      </Card>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Card
            title="La procédure"
            actions={
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label="Modifier la procédure"
                onClick={() => setOpened('procedure')}
              >
                Modifier
              </Button>
            }
          >
            <DetailsList rows={procedureFacts(claim)} />
            <p className={classes.quiet}>
              La déclaration s’adresse au {declarationRecipient(insolvency.kind)} et c’est vous qui la
              certifiez sincère (C. com. L622-25). Acquit prépare les chiffres : il ne remplit ni n’envoie
              rien.
            </p>
          </Card>
          <Card>
            <LawList law={insolvencyLaw(insolvency.kind)} />
          </Card>
          {insolvency.kind === 'liquidation' && !isEmpty && <BadDebtVatCard claim={claim} />}
        </div>
        <div className={classes.column}>
          <Card title="Bordereau des pièces">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
            <ol className={classes.pieces} tabIndex={0} aria-label="Pièces à joindre">
              {pieces.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the numbers are the identity of the pieces
                <li key={index}>{text}</li>
              ))}
            </ol>
            <p className={classes.quiet}>
              Ajoutez ce qu’Acquit n’a pas : contrat ou conditions générales, bons de commande et de
              livraison, acte de garantie.
            </p>
          </Card>
          <Card title="Calcul des intérêts">
            <p className={classes.prose}>{method}</p>
          </Card>
        </div>
      </div>
      <InsolvencyDialog client={client} opened={opened === 'procedure'} onClose={close} />
      <DeclarationDialog
        client={client}
        insolvency={insolvency}
        opened={opened === 'declared'}
        onClose={close}
      />
    </Page>
  );
};

/** « Déclaration de créance »: what to declare to the trustee of an insolvent client, to the cent. */
export const InsolvencyClaimScreen = ({ clientId }: { readonly clientId: string }) => {
  const ledger = useLedger();
  const today = useToday();
  const claim = useMemo(() => insolvencyClaim(ledger, clientId, today), [ledger, clientId, today]);
  if (claim.ok) return <ClaimPage claim={claim.value} />;
  const isGone = claim.error.kind === 'no-client';
  return (
    <Page title="Déclaration de créance">
      <EmptyState
        icon={isGone ? UserX : Gavel}
        title={
          isGone
            ? 'Ce client n’existe plus.'
            : 'Aucune procédure collective n’est enregistrée pour ce client.'
        }
        action={
          <Button component={Link} href={isGone ? places.clients : places.client(clientId)} variant="default">
            {isGone ? 'Voir tous les clients' : 'Ouvrir la fiche'}
          </Button>
        }
      />
    </Page>
  );
};
