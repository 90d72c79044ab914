import { Dropzone } from '@mantine/dropzone';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import classes from './drop-area.module.css';

/** The large place of a screen where files are dropped; its buttons take the keyboard, so that it need not. */
export const DropArea = ({
  label,
  title,
  icon: Icon,
  openRef,
  onFiles,
  onReject,
  children,
}: {
  /** Of the field behind it. */
  readonly label: string;
  readonly title: string;
  readonly icon: LucideIcon;
  /** Filled with what opens the chooser of files. */
  readonly openRef?: RefObject<(() => void) | null>;
  readonly onFiles: (files: File[]) => void;
  readonly onReject: () => void;
  readonly children: ReactNode;
}) => (
  <Dropzone
    {...(openRef && { openRef })}
    onDrop={onFiles}
    onReject={onReject}
    multiple
    activateOnClick={false}
    activateOnKeyboard={false}
    enablePointerEvents
    className={classes.drop ?? ''}
    inputProps={{ 'aria-label': label, tabIndex: -1 }}
    tabIndex={-1}
  >
    <Icon size={40} strokeWidth={1.25} aria-hidden="true" className={classes.icon} />
    <p className={classes.title}>{title}</p>
    {children}
  </Dropzone>
);
