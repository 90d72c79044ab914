import { Button, Progress } from '@mantine/core';
import { FolderArchive } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { keepCaseFile } from '../../db/commands/cases.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './cases.module.css';

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly percent: number }
  | { readonly kind: 'made'; readonly pieces: number; readonly missing: readonly string[] };

const saveAgain = async (hash: string, suggestedName: string): Promise<void> => {
  const answer = await bridge.documentSaveAs({ hash, suggestedName });
  if (!answer.ok) showRefusal(answer.error.message);
};

/** « Dossier contentieux »: the ZIP for the lawyer or the court, made in main; its hash enters the journal. */
export const CaseFileCard = ({
  legalCase,
  problem,
}: {
  readonly legalCase: LegalCase;
  /** Why its sums are not known, French: no file is made then. */
  readonly problem: string | undefined;
}) => {
  const today = useToday();
  const run = useRun();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  useEffect(
    () =>
      bridge.on('caseFileProgress', ({ done, total }) =>
        setPhase((was) =>
          was.kind === 'making'
            ? { kind: 'making', percent: total === 0 ? 100 : Math.floor((100 * done) / total) }
            : was,
        ),
      ),
    [],
  );
  const make = async (): Promise<void> => {
    if (problem !== undefined) return showRefusal(problem);
    setPhase({ kind: 'making', percent: 0 });
    const made = await bridge.caseFileMake({ caseId: legalCase.id, today });
    if (!made.ok) {
      setPhase({ kind: 'idle' });
      if (made.error.kind !== 'cancelled') showRefusal(made.error.message);
      return;
    }
    if (made.value === null) return setPhase({ kind: 'idle' });
    const { hash, fileName, pieces, missing } = made.value;
    setPhase({ kind: 'made', pieces, missing });
    await run(keepCaseFile, {
      caseId: legalCase.id,
      document: { hash, name: fileName.slice(0, 200), mediaType: 'application/zip' },
    });
  };
  return (
    <Card title="Dossier pour l’avocat ou le tribunal">
      <p className={classes.quiet}>
        Un ZIP numéroté avec son bordereau : identités, contrat, factures, décompte, relances, mises en
        demeure et preuves. Son empreinte est inscrite au journal.
      </p>
      {phase.kind === 'making' ? (
        <div className={classes.making}>
          <Progress value={phase.percent} aria-label="Création du dossier" />
          <Button size="compact-sm" variant="default" onClick={() => void bridge.caseFileCancel()}>
            Annuler
          </Button>
        </div>
      ) : (
        <Button
          mt="xs"
          variant="default"
          leftSection={<FolderArchive size={16} aria-hidden="true" />}
          onClick={() => void make()}
        >
          Créer le dossier…
        </Button>
      )}
      {phase.kind === 'made' && (
        <div style={{ marginTop: 12 }}>
          <Notice tone={phase.missing.length === 0 ? 'good' : 'caution'}>
            {counted(phase.pieces, 'pièce', 'pièces')} dans le dossier.
            {phase.missing.length > 0 && ` Introuvables sur ce PC : ${phase.missing.join(', ')}.`}
          </Notice>
        </div>
      )}
      {legalCase.documents.length > 0 && (
        <ul className={classes.made}>
          {[...legalCase.documents].reverse().map(({ hash, name }) => (
            <li key={hash}>
              <Button size="compact-sm" variant="subtle" onClick={() => void saveAgain(hash, name)}>
                {name}
              </Button>
              <div className={classes.hash} title={hash}>
                SHA-256 {hash}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
