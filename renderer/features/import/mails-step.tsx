import { useMemo } from 'react';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import checkClasses from './check-step.module.css';
import { type MailsDraft, mailStandings, mailsToImport } from './mail-draft.ts';
import { MailRow } from './mail-row.tsx';
import classes from './mails-step.module.css';
import type { RefusedFile } from './open-files.ts';
import { RefusedFiles } from './refused-files.tsx';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const pageRows = 50;

/** E-mails that came back or came in: what each says, whose it is, and what is proposed. */
export const MailsStep = ({
  wizard,
  draft,
  refused,
}: {
  readonly wizard: ImportWizard;
  readonly draft: MailsDraft;
  readonly refused: readonly RefusedFile[];
}) => {
  const ledger = useLedger();
  const { rows, more } = usePagedRows(draft.mails, pageRows);
  const standings = useMemo(() => mailStandings(ledger, draft), [ledger, draft]);
  const clients = useMemo(
    () =>
      [...ledger.clients.values()]
        .map(({ id, name, code }) => ({ value: id, label: code === undefined ? name : `${name} (${code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    [ledger.clients],
  );
  const ready = useMemo(() => mailsToImport(ledger, draft).length, [ledger, draft]);
  const known = [...standings.values()].filter(({ isKnown }) => isKnown).length;
  const nobodys = draft.mails.filter(
    ({ fileHash }) =>
      draft.decisions.get(fileHash)?.clientId === undefined && standings.get(fileHash)?.isKnown !== true,
  ).length;
  return (
    <StepForm
      label="E-mails reçus"
      back={{ label: 'Autre fichier', onClick: wizard.startAgain }}
      submitLabel={ready > 1 ? `Ajouter les ${formatCount(ready)} e-mails` : 'Ajouter l’e-mail'}
      isReady={ready > 0}
      onSubmit={wizard.importOther}
    >
      <p className={checkClasses.summary} role="status">
        {counted(draft.mails.length, 'e-mail lu', 'e-mails lus')}
      </p>
      {known === draft.mails.length && (
        <Notice tone="info">
          {known > 1
            ? 'Ces e-mails sont déjà dans l’historique de vos clients : rien n’est à ajouter.'
            : 'Cet e-mail est déjà dans l’historique de votre client : rien n’est à ajouter.'}
        </Notice>
      )}
      {nobodys > 0 && (
        <Notice tone="info">
          {nobodys > 1
            ? `${formatCount(nobodys)} e-mails ne sont d’aucun client connu, ou de plusieurs : choisissez le client, ou ils sont laissés de côté.`
            : 'Un e-mail n’est d’aucun client connu, ou de plusieurs : choisissez le client, ou il est laissé de côté.'}
        </Notice>
      )}
      <Card title="Ce qui est revenu ou arrivé" padded={false}>
        <ul className={classes.mails}>
          {rows.map((read) => {
            const decision = draft.decisions.get(read.fileHash);
            const standing = standings.get(read.fileHash);
            return decision && standing ? (
              <MailRow
                key={read.fileHash}
                read={read}
                decision={decision}
                standing={standing}
                clients={clients}
                onDecide={(changes) => wizard.decideMail(read.fileHash, changes)}
              />
            ) : null;
          })}
        </ul>
        {more}
      </Card>
      {refused.length > 0 && <RefusedFiles files={refused} />}
    </StepForm>
  );
};
