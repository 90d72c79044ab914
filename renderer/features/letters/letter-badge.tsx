import { letterName, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { LevelBadge } from '../../ui/level-badge.tsx';
import classes from './letter-badge.module.css';

/** What a letter is: its level on the ladder, or the name of a letter beside the reminders. */
export const LetterBadge = ({ letter }: { readonly letter: PaperLetter }) =>
  letter.table === 'reminders' ? (
    <LevelBadge level={letter.row.level} />
  ) : (
    <span className={classes.kind}>{letterName(letter)}</span>
  );
