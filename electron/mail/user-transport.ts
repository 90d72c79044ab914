import type { Clock } from '../../shared/dates/clock.ts';
import { unreachable } from '../../shared/result.ts';
import { envelopeAddress } from './compose.ts';
import { exportAsFile } from './eml-folder-transport.ts';
import type { MailAccess } from './mail-settings.ts';
import type { DeliveryFailure, MailTransport, PreparedDelivery } from './mail-transport.ts';
import { type SmtpTransportOptions, smtpTransport } from './smtp-transport.ts';
import { isTestMode } from './test-mode.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

export interface UserTransportOptions extends Omit<SmtpTransportOptions, 'authorities'> {
  readonly access: () => MailAccess;
  readonly emlFolder: string;
  readonly clock: Clock;
  /** One more trusted authority, PEM. Given only by tests of an unpackaged application. */
  readonly extraCertificate?: string | undefined;
}

const notReady = (explanation: string): PreparedDelivery => {
  const failure: DeliveryFailure = {
    kind: 'failed',
    phase: 'settings',
    certainlyNotSent: true,
    permanent: false,
    serverUnavailable: true,
    explanation,
  };
  return { kind: 'ready', deliver: async () => failure };
};

/** The way out that the user chose, as the settings stand when a message is about to leave. */
export const userTransport = (options: UserTransportOptions): MailTransport => {
  const smtp = smtpTransport({
    ...options,
    authorities: () => trustedAuthorities(options.extraCertificate),
  });
  return {
    rest: smtp.rest,
    prepare: async (envelope) => {
      const { settings, password } = options.access();
      // Composed for a client before test mode was turned on: it must not go out behind the user's back.
      if (isTestMode(settings) && envelope.to !== envelopeAddress(settings.senderAddress))
        return { kind: 'drop', reason: 'Le mode essai a été activé avant le départ du message.' };
      switch (settings.transport) {
        case 'eml-folder':
          return {
            kind: 'ready',
            deliver: (message) => exportAsFile(options.emlFolder, options.clock, message),
          };
        case 'smtp': {
          if (envelope.from === '')
            return notReady('Indiquez votre adresse d’expéditeur dans Réglages › Messagerie.');
          if (settings.user !== '' && password === undefined)
            return notReady('Saisissez le mot de passe de votre messagerie dans Réglages › Messagerie.');
          const { host, port, security, user } = settings;
          const server = { host, port, security, user, password: password ?? '' };
          return { kind: 'ready', deliver: (message) => smtp.deliver(server, message) };
        }
        default:
          return unreachable(settings.transport);
      }
    },
  };
};
