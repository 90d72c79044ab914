import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatTimeOfDay } from '../../../shared/dates/time-of-day.ts';
import { printedPhone } from '../../../shared/identifiers/printed-phone.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { places } from '../../application/places.ts';
import classes from './week-screen.module.css';

const remark = ({ appointment, tries, triedOn }: CallTask): string => {
  if (appointment !== undefined)
    return ` À rappeler${appointment.at === undefined ? ' aujourd’hui' : ` à ${formatTimeOfDay(appointment.at)}`}.`;
  if (triedOn === undefined) return '';
  return tries > 1
    ? ` Injoignable ${tries} fois, la dernière le ${formatDay(triedOn)}.`
    : ` Injoignable le ${formatDay(triedOn)}.`;
};

/** One call or text message: who, how much, the number, and the way to it. */
export const CallRow = ({ call }: { readonly call: CallTask }) => {
  const { proposal, clientName, contact } = call;
  const phone = contact?.phone?.trim();
  return (
    <li className={classes.call}>
      <div className={classes.callHead}>
        <div className={classes.what}>
          <Link href={places.client(proposal.clientId)} className={classes.client} title={clientName}>
            {clientName}
          </Link>
          <span className={classes.sentence}>
            {`${formatMoney(proposal.totalCents, proposal.currency)}\u00A0· ${proposal.reason}${remark(call)}`}
          </span>
        </div>
        {phone && <span className={`${classes.phone} figures`}>{printedPhone(phone)}</span>}
        <Button variant="default" component={Link} href={places.call(proposal.clientId)}>
          {proposal.channel === 'sms' ? 'SMS' : 'Appeler'}
        </Button>
      </div>
    </li>
  );
};
