import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../shared/money/format-count.ts';
import classes from './paged-rows.module.css';

/**
 * The first rows of a long list, and the button below it that shows as many more; null where all are shown.
 * @param pageRows rows at first and with each click
 */
export const usePagedRows = <Row,>(
  rows: readonly Row[],
  pageRows: number,
): { readonly rows: readonly Row[]; readonly more: ReactNode } => {
  const [shown, setShown] = useState(pageRows);
  return {
    rows: rows.slice(0, shown),
    more:
      rows.length > shown ? (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + pageRows)}>
            Afficher la suite ({formatCount(rows.length - shown)} sur {formatCount(rows.length)})
          </Button>
        </div>
      ) : null,
  };
};
