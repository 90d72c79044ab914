import { CircleCheck, CircleX, Hourglass, Lightbulb, type LucideIcon, Minus } from 'lucide-react';
import type { CheckList, CheckListLine, CheckStanding } from '../../../shared/letters/check-list.ts';
import type { LetterProblem } from '../../../shared/letters/letter-problem.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import classes from './check-list-panel.module.css';
import { ProblemList } from './problem-list.tsx';

const standings: Readonly<Record<CheckStanding, { readonly icon: LucideIcon; readonly name: string }>> = {
  met: { icon: CircleCheck, name: 'En ordre' },
  advised: { icon: Lightbulb, name: 'Conseil' },
  refused: { icon: CircleX, name: 'À corriger' },
  'not-asked': { icon: Minus, name: 'Sans objet' },
  unchecked: { icon: Hourglass, name: 'À vérifier ensuite' },
};

interface Told {
  /** What stands above the list already, and is not said twice. */
  readonly told: readonly LetterProblem[];
  readonly clientId: string;
}

const Line = ({ line, told, clientId }: Told & { readonly line: CheckListLine }) => {
  const { icon: Icon, name } = standings[line.standing];
  const problems = [...line.refusals, ...line.advice].filter(
    ({ message }) => !told.some((problem) => problem.message === message),
  );
  return (
    <li className={classes.line} data-standing={line.standing}>
      <Icon size={16} aria-hidden="true" className={classes.icon} />
      <span className={`${classes.number} figures`}>{typeof line.id === 'number' ? line.id : ''}</span>
      <span className={classes.title}>{line.title}</span>
      <span className={classes.standing}>{name}</span>
      {problems.length > 0 && (
        <div className={classes.problems}>
          <ProblemList problems={problems} clientId={clientId} />
        </div>
      )}
    </li>
  );
};

const refused = ({ standing }: CheckListLine): boolean => standing === 'refused';

const summary = ({ points, conditions }: CheckList): string => {
  const lines = [...points, ...conditions];
  const wrong = lines.filter(refused).length;
  const advised = lines.filter(({ standing }) => standing === 'advised').length;
  const parts = [
    wrong === 0 ? '' : `${wrong} à corriger`,
    advised === 0 ? '' : `${advised} ${advised > 1 ? 'conseils' : 'conseil'}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'tout est en ordre' : parts.join(', ');
};

const Group = ({
  title,
  lines,
  ...told
}: Told & {
  readonly title: string;
  readonly lines: readonly CheckListLine[];
}) => (
  <section className={classes.group}>
    <h3>{title}</h3>
    <ul className={classes.lines}>
      {lines.map((line) => (
        <Line key={line.id} line={line} {...told} />
      ))}
    </ul>
  </section>
);

/**
 * « Liste de contrôle »: what a letter must have and where it stands with each point, closed as long as nothing
 * is refused. Where something is, the group that holds it comes first.
 */
export const CheckListPanel = ({ list, ...told }: Told & { readonly list: CheckList }) => {
  const isRefused = [...list.points, ...list.conditions].some(refused);
  const letter = <Group key="letter" title="Le courrier" lines={list.points} {...told} />;
  const ledger = <Group key="ledger" title="Vos données et la loi" lines={list.conditions} {...told} />;
  return (
    <div className={classes.panel} data-alone={isRefused || undefined}>
      <Disclosure
        label={`Liste de contrôle (${list.points.length} points) : ${summary(list)}`}
        startsOpen={isRefused}
      >
        {list.conditions.some(refused) ? [ledger, letter] : [letter, ledger]}
      </Disclosure>
    </div>
  );
};
