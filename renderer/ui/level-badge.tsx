import { FileText, type LucideIcon, Mail, MessageSquare, Phone, Stamp } from 'lucide-react';
import { channelNames, levelNames } from '../../shared/reminders/reminder-names.ts';
import type { DunningLevel, ReminderChannel } from '../../shared/reminders/scenario.ts';
import classes from './level-badge.module.css';

const icons: Readonly<Record<ReminderChannel, LucideIcon>> = {
  email: Mail,
  letter: FileText,
  'registered-letter': Stamp,
  call: Phone,
  sms: MessageSquare,
};

/** How hard a message speaks: a word, and a ground that grows stronger with the ladder. */
export const LevelBadge = ({ level }: { readonly level: DunningLevel }) => (
  <span className={classes.level} data-level={level}>
    {levelNames[level]}
  </span>
);

/** By which way a message goes. */
export const ChannelMark = ({ channel }: { readonly channel: ReminderChannel }) => {
  const Icon = icons[channel];
  return (
    <span className={classes.channel} title={channelNames[channel]}>
      <Icon size={14} aria-hidden="true" />
      <span className={classes.label}>{channelNames[channel]}</span>
    </span>
  );
};
