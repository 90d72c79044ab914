import { Link } from 'wouter';
import type { LetterProblem } from '../../../shared/letters/letter-problem.ts';
import { places } from '../../application/places.ts';
import classes from './problem-list.module.css';

const repairOf = (
  problem: LetterProblem,
  clientId: string,
): { readonly place: string; readonly label: string } | undefined => {
  switch (problem.repair) {
    case 'company':
      return { place: places.settingsSection('societe'), label: 'Réglages › Société' };
    case 'client':
      return { place: places.client(clientId), label: 'Fiche du client' };
    case 'templates':
      return { place: places.settingsSection('modeles'), label: 'Réglages › Modèles' };
    case 'scenario':
      return { place: places.settingsSection('scenario'), label: 'Réglages › Scénario' };
    case 'legal-rates':
      return { place: places.settingsSection('taux'), label: 'Réglages › Taux et droit' };
    case 'none':
      return undefined;
  }
};

/** What a letter lacks, each with the place where it is put right. */
export const ProblemList = ({
  problems,
  clientId,
}: {
  readonly problems: readonly LetterProblem[];
  readonly clientId: string;
}) => (
  <ul className={classes.problems}>
    {problems.map((problem) => {
      const repair = repairOf(problem, clientId);
      return (
        <li key={problem.message}>
          {problem.message} {repair && <Link href={repair.place}>{repair.label}</Link>}
        </li>
      );
    })}
  </ul>
);
