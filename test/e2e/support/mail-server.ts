import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { type ScriptedSmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { testCertificate } from '../../support/test-certificate.ts';

/** The account of the company in the story. */
export const account = {
  user: 'facturation@atelier-lumiere.example',
  password: 'mot de passe d’été',
} as const;

export interface MailServer {
  readonly server: ScriptedSmtpServer;
  /** Words of the command line that let the application trust this server. */
  readonly args: readonly string[];
  /** Messages taken so far, read. */
  readonly inbox: () => Promise<readonly ParsedMail[]>;
}

/** A mail server with TLS on this machine, trusted by applications that are started with its `args`. */
export const startMailServer = async (folder: string): Promise<MailServer> => {
  const certificate = testCertificate('localhost');
  const file = join(folder, 'authority.pem');
  await writeFile(file, certificate.cert);
  const server = await startSmtpServer({ ...account, certificate });
  return {
    server,
    args: [`--extra-certificate=${file}`],
    inbox: () => Promise.all(server.messages.map(({ raw }) => simpleParser(raw))),
  };
};
