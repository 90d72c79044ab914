import { Button } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { BankProblem } from '../../../shared/importing/bank-reading.ts';
import { sortedProblems } from './bank-file-checks.ts';
import classes from './bank-import.module.css';

const firstProblems = 5;

/** What is wrong with a file, line by line, the errors first. */
export const BankProblems = ({ problems }: { readonly problems: readonly BankProblem[] }) => {
  const [showsAll, setShowsAll] = useState(false);
  if (problems.length === 0) return null;
  const sorted = sortedProblems(problems);
  return (
    <>
      <ul className={classes.problems} aria-label="Remarques sur ce fichier">
        {(showsAll ? sorted : sorted.slice(0, firstProblems)).map((problem, index) => (
          // The same remark may be made of the same line twice; the list never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} data-severity={problem.severity}>
            {problem.severity === 'error' ? (
              <CircleAlert size={16} aria-label="Erreur" />
            ) : (
              <TriangleAlert size={16} aria-label="Remarque" />
            )}
            <span className={classes.line}>{problem.line === undefined ? '' : `Ligne ${problem.line}`}</span>
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
      {sorted.length > firstProblems && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setShowsAll((was) => !was)}>
          {showsAll ? 'Afficher moins' : `Tout afficher (${sorted.length})`}
        </Button>
      )}
    </>
  );
};
