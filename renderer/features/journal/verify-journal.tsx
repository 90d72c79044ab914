import { Button, Code, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { VerifiedJournal } from '../../../shared/ipc/journal-contract.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Dialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './journal-screen.module.css';

type Phase =
  | { readonly kind: 'checking' }
  | { readonly kind: 'whole'; readonly found: VerifiedJournal }
  | { readonly kind: 'doubt'; readonly message: string };

/** As every backup and every archive tells them in its LISEZMOI.txt. */
const publishedCommands = ['node verifier_journal.mjs', 'python3 verifier_journal.py'];

const sealText = ({ changes, lastHash, lastAt }: VerifiedJournal, today: string): string =>
  `Journal Acquit vérifié le ${today}\u00A0: ${counted(changes, 'modification', 'modifications')}${lastAt === undefined ? '' : `, la dernière du ${lastAt}`}. Empreinte SHA-256\u00A0: ${lastHash}`;

const Whole = ({ found }: { readonly found: VerifiedJournal }) => {
  const today = useToday();
  const copy = async (): Promise<void> => {
    const copied = await bridge.copyText(sealText(found, formatDay(today)));
    if (copied.ok) notifications.show({ message: 'Empreinte copiée', autoClose: 4000 });
    else showRefusal(copied.error.message);
  };
  return (
    <>
      <Notice tone="good">
        Le journal est entier : {counted(found.changes, 'modification', 'modifications')}
        {found.lastAt !== undefined && `, la dernière du ${formatDay(businessDay(Date.parse(found.lastAt)))}`}
        . Aucune ligne n’a été changée, retirée ni déplacée.
      </Notice>
      <p className={classes.sealText}>
        Empreinte de la dernière ligne. Notée ou envoyée à un tiers, elle scelle tout ce qui précède :
      </p>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {found.lastHash}
      </Code>
      <p className={classes.sealText}>
        N’importe qui peut refaire cette vérification sans Acquit&nbsp;: chaque sauvegarde et chaque archive
        contient le journal et deux scripts. Dans son dossier, l’une de ces commandes suffit&nbsp;:
      </p>
      <Code block>{publishedCommands.join('\n')}</Code>
      <p className={classes.sealText}>
        Suivie de journal.ndjson et d’une empreinte notée, elle dit aussi si le journal la contient encore.
        Sous Windows, Python se lance par «&nbsp;python&nbsp;» au lieu de «&nbsp;python3&nbsp;».
      </p>
      <Button data-autofocus onClick={() => void copy()}>
        Copier l’empreinte
      </Button>
    </>
  );
};

/** « Vérifier le journal »: reads the whole chain from the disk and says up to which hash it is whole. */
export const VerifyJournal = () => {
  const [phase, setPhase] = useState<Phase>();
  const verify = async (): Promise<void> => {
    setPhase({ kind: 'checking' });
    const found = await bridge.journalVerify();
    setPhase(
      found.ok ? { kind: 'whole', found: found.value } : { kind: 'doubt', message: found.error.message },
    );
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<ShieldCheck size={16} aria-hidden="true" />}
        onClick={() => void verify()}
      >
        Vérifier le journal
      </Button>
      <Dialog
        title="Vérification du journal"
        opened={phase !== undefined}
        onClose={() => setPhase(undefined)}
      >
        {phase?.kind === 'checking' && (
          <div role="status">
            <Loader size="sm" aria-hidden="true" /> Lecture du journal…
          </div>
        )}
        {phase?.kind === 'whole' && <Whole found={phase.found} />}
        {phase?.kind === 'doubt' && <Notice tone="alert">{phase.message}</Notice>}
      </Dialog>
    </>
  );
};
