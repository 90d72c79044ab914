import { counted } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import classes from './documents-step.module.css';
import type { RefusedFile } from './open-files.ts';

const pageRows = 50;

/** Files that were left out, each with its reason and what to do. */
export const RefusedFiles = ({ files }: { readonly files: readonly RefusedFile[] }) => {
  const { rows, more } = usePagedRows(files, pageRows);
  return (
    <Card title={counted(files.length, 'fichier laissé de côté', 'fichiers laissés de côté')} padded={false}>
      <ul className={classes.refused}>
        {rows.map(({ name, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name and one message
          <li key={index}>
            <strong title={name}>{name}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {more}
    </Card>
  );
};
