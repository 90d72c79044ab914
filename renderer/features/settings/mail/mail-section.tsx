import { Button, Loader } from '@mantine/core';
import type { MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { useBoot } from '../../../application/ledger-context.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useAsked } from '../use-asked.ts';
import classes from './mail.module.css';
import { MailForm } from './mail-form.tsx';

const askMailStatus = () => bridge.mailStatus();

const DemoMail = ({ status }: { readonly status: MailStatus }) => (
  <Notice
    tone="info"
    action={
      <Button size="compact-sm" variant="default" onClick={() => void bridge.revealFolder('eml')}>
        Ouvrir le dossier
      </Button>
    }
  >
    Dans la démonstration, aucun e-mail ne part{'\u00A0'}: chaque relance approuvée devient un fichier .eml
    dans son propre dossier, et la messagerie ne se règle pas ici.
    <div className={classes.folder} title={status.emlFolder}>
      {status.emlFolder}
    </div>
  </Notice>
);

/** « Messagerie »: files for the user's mail program, or his own server. */
export const MailSection = () => {
  const boot = useBoot();
  const { asked, refresh, set } = useAsked(askMailStatus);
  if (asked.kind === 'loading') return <Loader size="sm" aria-label="Lecture des réglages de messagerie" />;
  if (asked.kind === 'failed')
    return (
      <Notice
        tone="alert"
        action={
          <Button size="compact-sm" variant="default" onClick={refresh}>
            Réessayer
          </Button>
        }
      >
        {asked.message}
      </Notice>
    );
  return boot.ledger === 'demo' ? (
    <DemoMail status={asked.value} />
  ) : (
    <MailForm status={asked.value} onSaved={set} />
  );
};
