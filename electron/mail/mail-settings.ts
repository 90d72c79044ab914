import { type MailSettings, type MailStatus, mailSettings } from '../../shared/ipc/mail-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { envelopeAddress } from './compose.ts';
import { isHeaderText } from './header-text.ts';

/** The two values kept in the settings file of this PC. */
export interface MailStore {
  get(key: 'mail'): MailSettings | undefined;
  get(key: 'mailSecret'): string | undefined;
  set(key: 'mail', value: MailSettings): void;
  set(key: 'mailSecret', value: string | undefined): void;
}

/** The system's key store (Electron `safeStorage`). Not available = only `basic_text` could be had. */
export interface SecretBox {
  isAvailable(): boolean;
  encrypt(text: string): Uint8Array;
  /** Throws when another user, PC or key store encrypted it. */
  decrypt(bytes: Uint8Array): string;
}

export interface MailAccess {
  readonly settings: MailSettings;
  /** Undefined: none stored, or stored for another server or user, or not readable any more. */
  readonly password: string | undefined;
}

export type MailSettingsFailure = {
  readonly kind: 'invalid-settings' | 'secrets-unavailable' | 'not-saved';
  /** French. */
  readonly message: string;
};

export interface MailSettingsKeeper {
  status(): MailStatus;
  /** Password undefined = keep the one stored; empty = forget it. */
  save(settings: MailSettings, password: string | undefined): Result<MailStatus, MailSettingsFailure>;
  /** For the transport alone: the password never leaves main. */
  access(): MailAccess;
}

/** Safe before anything was set up: files for the user's mail program; a server, once chosen, writes only to himself at first. */
export const defaultMailSettings: MailSettings = {
  transport: 'eml-folder',
  host: '',
  port: 465,
  security: 'implicit',
  user: '',
  senderName: '',
  senderAddress: '',
  testMode: true,
};

const secretsUnavailable =
  'Ce PC n’a pas de trousseau qui protège les mots de passe\u00a0: Acquit ne garde donc pas le vôtre. Choisissez l’envoi par votre messagerie, ou installez un trousseau (GNOME Keyring, KWallet) et ouvrez-le.';

const hostName = /^(?=.{1,253}$)(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i;

const problemOf = (settings: MailSettings): string | undefined => {
  if (!isHeaderText(settings.senderName)) return 'Le nom d’expéditeur contient un caractère interdit.';
  if (settings.senderAddress !== '' && envelopeAddress(settings.senderAddress) === undefined)
    return 'L’adresse d’expéditeur n’est pas une adresse e-mail valable.';
  if (!isHeaderText(settings.user)) return 'L’identifiant contient un caractère interdit.';
  if (settings.transport === 'eml-folder') return undefined;
  if (settings.senderAddress === '') return 'Indiquez votre adresse d’expéditeur.';
  if (!hostName.test(settings.host))
    return 'Le nom du serveur d’envoi n’est pas valable\u00a0: il ressemble à «\u00a0smtp.orange.fr\u00a0», sans «\u00a0https://\u00a0» ni port.';
  return undefined;
};

interface Secret {
  readonly password: string;
  readonly host: string;
  readonly user: string;
}

/**
 * The mail settings of this PC. The password is encrypted together with the server and user it was typed
 * for and is worth nothing with another: who could change the settings but does not know the password
 * cannot have it sent to a server of his own.
 */
export const keepMailSettings = (
  store: MailStore,
  secrets: SecretBox,
  emlFolder: string,
): MailSettingsKeeper => {
  const current = (): MailSettings => {
    const stored = mailSettings.safeParse(store.get('mail'));
    return stored.success ? stored.data : defaultMailSettings;
  };

  const readSecret = (): Secret | undefined => {
    const stored = store.get('mailSecret');
    if (stored === undefined || !secrets.isAvailable()) return undefined;
    try {
      return JSON.parse(secrets.decrypt(Buffer.from(stored, 'base64')));
    } catch {
      // Encrypted by another user, PC or key store: the password is asked for again, nothing else suffers.
      return undefined;
    }
  };

  const access = (): MailAccess => {
    const settings = current();
    const secret = readSecret();
    const fits = secret !== undefined && secret.host === settings.host && secret.user === settings.user;
    return { settings, password: fits ? secret.password : undefined };
  };

  const status = (): MailStatus => {
    const { settings, password } = access();
    return {
      settings,
      hasPassword: password !== undefined,
      ...(secrets.isAvailable() ? {} : { secretsUnavailable }),
      emlFolder,
    };
  };

  const save: MailSettingsKeeper['save'] = (settings, password) => {
    const problem = problemOf(settings);
    if (problem !== undefined) return fail({ kind: 'invalid-settings', message: problem });
    if (password && !secrets.isAvailable())
      return fail({ kind: 'secrets-unavailable', message: secretsUnavailable });
    try {
      const before = access();
      const kept =
        before.settings.host === settings.host && before.settings.user === settings.user
          ? before.password
          : undefined;
      const wanted = password === undefined ? kept : password;
      store.set('mail', settings);
      if (wanted === undefined || wanted === '') store.set('mailSecret', undefined);
      else if (wanted !== before.password || kept === undefined) {
        const secret: Secret = { password: wanted, host: settings.host, user: settings.user };
        store.set('mailSecret', Buffer.from(secrets.encrypt(JSON.stringify(secret))).toString('base64'));
      }
      return ok(status());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return fail({
        kind: 'not-saved',
        message:
          'Les réglages n’ont pas pu être enregistrés\u00a0: le disque est peut-être plein ou protégé en écriture. Libérez de la place, puis recommencez.',
      });
    }
  };

  return { status, save, access };
};
