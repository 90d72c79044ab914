import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import classes from './documents-step.module.css';
import type { RefusedFile } from './open-files.ts';

const pageRows = 50;

/** Files that were left out, each with its reason and what to do. */
export const RefusedFiles = ({ files }: { readonly files: readonly RefusedFile[] }) => {
  const [shown, setShown] = useState(pageRows);
  return (
    <Card title={counted(files.length, 'fichier laissé de côté', 'fichiers laissés de côté')} padded={false}>
      <ul className={classes.refused}>
        {files.slice(0, shown).map(({ name, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name and one message
          <li key={index}>
            <strong title={name}>{name}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {files.length > shown && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageRows)}>
            Afficher la suite ({formatCount(files.length - shown)} sur {formatCount(files.length)})
          </Button>
        </div>
      )}
    </Card>
  );
};
