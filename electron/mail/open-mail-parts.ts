import type { Clock } from '../../shared/dates/clock.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import type { MailSettingsKeeper } from './mail-settings.ts';
import type { MailTransport } from './mail-transport.ts';
import { type Compose, userComposer } from './user-composer.ts';
import { userTransport } from './user-transport.ts';

/** How messages are made and how they leave, as the settings stand at each moment. */
export interface MailParts {
  readonly settings: MailSettingsKeeper;
  readonly compose: Compose;
  readonly transport: MailTransport;
}

/** `extraCertificate` is the PEM of a test server's authority; never set in a packaged application. */
export const openMailParts = (options: {
  readonly settings: MailSettingsKeeper;
  readonly emlFolder: string;
  readonly clock: Clock;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly extraCertificate: string | undefined;
}): MailParts => {
  const readDocument = async (hash: string): Promise<Uint8Array | undefined> => {
    const read = await options.documents.read(hash);
    return read.ok ? read.value : undefined;
  };
  return {
    settings: options.settings,
    compose: userComposer(options.settings.access, readDocument),
    transport: userTransport({
      access: options.settings.access,
      emlFolder: options.emlFolder,
      clock: options.clock,
      extraCertificate: options.extraCertificate,
    }),
  };
};
