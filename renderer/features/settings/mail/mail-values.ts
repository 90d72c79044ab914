import { normaliseEmailAddress } from '../../../../shared/identifiers/email-address.ts';
import type { MailSettings, MailStatus } from '../../../../shared/ipc/mail-contract.ts';

/** Mail settings as a form; the password is only what was typed now, never what is stored. */
export type MailValues = MailSettings & { password: string };

export const mailValues = ({ settings }: MailStatus): MailValues => ({ ...settings, password: '' });

/** What is stored, without spaces that a copy brought along. */
export const settingsToSave = ({ password: _password, ...settings }: MailValues): MailSettings => {
  const address = normaliseEmailAddress(settings.senderAddress);
  return {
    ...settings,
    host: settings.host.trim(),
    user: settings.user.trim(),
    senderName: settings.senderName.trim(),
    senderAddress: address.ok ? address.value : settings.senderAddress.trim(),
  };
};

/** True when the stored password still counts: main keeps it for one server and one user. */
export const keepsPassword = (status: MailStatus, values: MailValues): boolean =>
  status.hasPassword &&
  status.settings.host === values.host.trim() &&
  status.settings.user === values.user.trim();
