import { isEmailAddress } from '../identifiers/email-address.ts';
import type { MailSettings } from '../ipc/mail-contract.ts';

export type MailField = 'senderAddress' | 'host' | 'port' | 'password';

const hostName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/**
 * What is wrong with mail settings as typed, by field (French). Files need nothing; a server needs its name,
 * the sender's address, and a password where it wants a user.
 * @param hasPassword true when one is stored for this very server and user, or has just been typed.
 */
export const mailProblems = (
  settings: MailSettings,
  hasPassword: boolean,
): Readonly<Partial<Record<MailField, string>>> => {
  const { transport, host, port, user } = settings;
  const sender = settings.senderAddress.trim();
  const problems: Partial<Record<MailField, string>> = {};
  if (sender !== '' && !isEmailAddress(sender))
    problems.senderAddress = 'Cette adresse e-mail n’est pas valable.';
  if (transport === 'eml-folder') return problems;
  if (sender === '') problems.senderAddress = 'Indiquez votre adresse d’expéditeur.';
  if (host.trim() === '')
    problems.host = 'Indiquez le serveur d’envoi, par exemple «\u00A0smtp.orange.fr\u00A0».';
  else if (!hostName.test(host.trim()))
    problems.host =
      'Un nom de serveur ressemble à «\u00A0smtp.orange.fr\u00A0», sans «\u00A0https://\u00A0» ni port.';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.port = 'Un port va de 1 à 65535.';
  if (user.trim() !== '' && !hasPassword)
    problems.password = 'Saisissez le mot de passe de cette messagerie.';
  return problems;
};
