import { ChevronRight, CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import { weekAgenda } from '../../../shared/insight/week-agenda.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { usePlanning } from '../../application/use-planning.ts';
import { Card } from '../../ui/card.tsx';
import classes from './dashboard-screen.module.css';
import { todoItems } from './todo-items.ts';

/** « À faire »: what is due today, each line a link to where it is done. */
export const TodoCard = () => {
  const ledger = useLedger();
  const today = useToday();
  const planning = usePlanning();
  const items = useMemo(
    () =>
      todoItems(
        weekAgenda(ledger, today, planning),
        (clientId) => ledger.clients.get(clientId)?.name ?? 'Client inconnu',
      ),
    [ledger, today, planning],
  );
  const { next } = planning;
  return (
    <Card title="À faire" padded={false}>
      {items.length === 0 ? (
        <div className={classes.calm}>
          <CircleCheck size={28} strokeWidth={1.5} aria-hidden="true" />
          <div>
            Tout est fait pour aujourd’hui.
            {next && (
              <>
                <br />
                {`Prochaine relance\u00A0: ${formatWeekday(next.on)} (${ledger.clients.get(next.clientId)?.name ?? ''}, ${formatAmount(next.cents)}).`}
              </>
            )}
          </div>
        </div>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={item.key}>
              <Link
                href={item.place}
                className={classes.todo}
                data-pressing={item.isPressing ? '' : undefined}
                title={item.detail ?? ''}
              >
                <span className={classes.dot} aria-hidden="true" />
                <span className={classes.todoText}>{item.text}</span>
                <span className={classes.todoDetail}>{item.detail}</span>
                <ChevronRight size={16} aria-hidden="true" className={classes.chevron} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
