import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

const icons: Readonly<Record<'info' | 'good' | 'caution' | 'alert', LucideIcon>> = {
  info: Info,
  good: CircleCheck,
  caution: TriangleAlert,
  alert: CircleAlert,
};

/** A sentence the user should see, with what he can do about it. Red only for what needs him now. */
export const Notice = ({
  tone,
  children,
  action,
}: {
  readonly tone: 'info' | 'good' | 'caution' | 'alert';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) => {
  const Icon = icons[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'alert' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden="true" className={classes.icon} />
      <div className={classes.text}>{children}</div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
};
