import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ArchiveSummary } from '../../../shared/ipc/archive-contract.ts';
import { forgetRestore, noteRestore } from '../../application/restored-notice.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { momentText } from '../settings/data/data-text.ts';
import classes from './archive.module.css';
import { ArchiveFacts } from './archive-facts.tsx';
import { type ArchivePhase, checkedSoFar } from './archive-phase.ts';

const Checking = ({ percent, onCancel }: { readonly percent: number; readonly onCancel: () => void }) => (
  <div className={classes.checking}>
    <p className={classes.checkingLine}>
      <span>Vérification de chaque fichier de l’archive…</span>
      <span className="figures">{percent}&nbsp;%</span>
    </p>
    <Progress value={percent} aria-label="Vérification de l’archive" />
    <p className={classes.text}>Rien n’est remplacé pendant ce temps.</p>
    <div className={classes.checkingActions}>
      <Button variant="default" data-autofocus onClick={onCancel}>
        Annuler
      </Button>
    </div>
  </div>
);

const Found = ({
  summary,
  isFirstRun,
  onAdopt,
  onCancel,
}: {
  readonly summary: ArchiveSummary;
  readonly isFirstRun: boolean;
  readonly onAdopt: () => Promise<void>;
  readonly onCancel: () => void;
}) => (
  <DialogForm submitLabel="Reprendre ces données" onSubmit={onAdopt} onCancel={onCancel}>
    <p className={classes.text}>L’archive est complète et n’a pas été modifiée. Elle contient&nbsp;:</p>
    <ArchiveFacts summary={summary} />
    {summary.missingDocuments > 0 && (
      <Notice tone="caution">
        {summary.missingDocuments === 1
          ? 'Un document manquait déjà sur l’ordinateur qui a créé l’archive.'
          : `${summary.missingDocuments} documents manquaient déjà sur l’ordinateur qui a créé l’archive.`}
      </Notice>
    )}
    <p className={classes.text}>
      {isFirstRun
        ? 'Les mots de passe n’y sont pas\u00A0: vous aurez à saisir de nouveau celui de votre messagerie.'
        : 'Ces données remplaceront celles d’aujourd’hui, qui sont d’abord mises de côté comme une sauvegarde de plus\u00A0: vous pourrez y revenir d’un clic. Les e-mails déjà partis ne repartiront pas.'}
    </p>
  </DialogForm>
);

const ArchiveForm = ({
  isFirstRun,
  onClose,
}: {
  readonly isFirstRun: boolean;
  readonly onClose: () => void;
}) => {
  const [phase, setPhase] = useState<ArchivePhase>({ kind: 'choosing' });
  const [problem, setProblem] = useState<string>();
  useEffect(() => bridge.on('archiveProgress', ({ percent }) => setPhase(checkedSoFar(percent))), []);
  // However the dialog is left: what was checked is put away, what is being checked stops.
  useEffect(() => () => void bridge.archiveClose(), []);
  const choose = async (): Promise<void> => {
    setProblem(undefined);
    setPhase({ kind: 'asked' });
    const answer = await bridge.archiveOpen();
    if (answer.ok && answer.value !== null) return setPhase({ kind: 'found', summary: answer.value });
    setPhase({ kind: 'choosing' });
    if (!answer.ok && answer.error.kind !== 'cancelled') setProblem(answer.error.message);
  };
  const adopt = async (summary: ArchiveSummary): Promise<void> => {
    noteRestore(
      isFirstRun
        ? `Vos données sont celles de l’archive du ${momentText(summary.at)}.`
        : `Vos données sont celles de l’archive du ${momentText(summary.at)}. L’état précédent est gardé parmi les sauvegardes.`,
    );
    // When it is done, main loads the window again: nothing follows here.
    const answer = await bridge.archiveAdopt();
    if (answer.ok) return;
    forgetRestore();
    setProblem(answer.error.message);
    setPhase({ kind: 'choosing' });
  };
  if (phase.kind === 'checking')
    return <Checking percent={phase.percent} onCancel={() => void bridge.archiveClose()} />;
  if (phase.kind === 'found')
    return (
      <Found
        summary={phase.summary}
        isFirstRun={isFirstRun}
        onAdopt={() => adopt(phase.summary)}
        onCancel={onClose}
      />
    );
  return (
    <DialogForm submitLabel="Choisir l’archive…" onSubmit={choose} onCancel={onClose}>
      <p className={classes.text}>
        Désignez le fichier ZIP que «&nbsp;Tout exporter&nbsp;» a créé, sur cet ordinateur ou sur un autre.
        Acquit compare chaque fichier à son empreinte, puis vous montre ce que l’archive contient. Rien n’est
        remplacé avant votre accord.
      </p>
      {problem !== undefined && <Notice tone="alert">{problem}</Notice>}
    </DialogForm>
  );
};

/** « Reprendre une archive »: choose it, have it checked, see what it holds, take it over. */
export const ArchiveDialog = ({
  opened,
  onClose,
  isFirstRun = false,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** There is nothing yet that it could replace. */
  readonly isFirstRun?: boolean;
}) => (
  <Dialog title="Reprendre une archive" opened={opened} onClose={onClose}>
    <ArchiveForm isFirstRun={isFirstRun} onClose={onClose} />
  </Dialog>
);
