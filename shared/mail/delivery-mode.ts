import type { MailStatus } from '../ipc/mail-contract.ts';

/** How approved e-mails will leave. */
export interface DeliveryMode {
  /** `not-ready`: nothing could leave, so nothing is approved before the mail is set up. */
  readonly kind: 'files' | 'test' | 'server' | 'not-ready';
  /** One French sentence, said before the user approves. */
  readonly text: string;
}

/** What becomes of an approved e-mail with the present mail settings. */
export const deliveryMode = ({ settings, hasPassword, emlFolder }: MailStatus): DeliveryMode => {
  const { transport, host, user } = settings;
  const sender = settings.senderAddress.trim();
  const toFiles = transport === 'eml-folder';
  const testMode = settings.testMode && !toFiles;
  if (testMode && sender === '')
    return {
      kind: 'not-ready',
      text: 'Le mode test envoie tout à votre propre adresse, et elle n’est pas encore indiquée.',
    };
  if (!toFiles && (host.trim() === '' || sender === '' || (user !== '' && !hasPassword)))
    return { kind: 'not-ready', text: 'Votre messagerie n’est pas entièrement réglée.' };
  if (testMode)
    return {
      kind: 'test',
      text: `Mode test\u00A0: tous les e-mails partiront à votre propre adresse (${sender}), aucun à vos clients.`,
    };
  return toFiles
    ? {
        kind: 'files',
        text: `Aucun e-mail ne part d’ici\u00A0: ils seront écrits comme fichiers .eml dans le dossier «\u00A0${emlFolder}\u00A0». Ouvrez-les et envoyez-les depuis votre messagerie.`,
      }
    : { kind: 'server', text: `Les e-mails partiront de ${sender} par ${host.trim()}.` };
};
