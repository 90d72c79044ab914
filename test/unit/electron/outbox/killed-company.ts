import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bundleProgram } from '../../../support/bundle-program.ts';
import type { Company } from '../../../support/company.ts';
import { prepareCompany } from '../../../support/company-sample.ts';
import type { ScriptedSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';

export interface KillScene {
  readonly program: { readonly path: string; readonly cacheFolder: string };
  readonly certificatePath: string;
  /** A folder with a company of its own. */
  readonly newCompany: () => Promise<string>;
  readonly end: () => Promise<void>;
}

/** The program that is killed and companies for it, each with so many reminders due. */
export const setKillScene = async (clients: number): Promise<KillScene> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-kill-'));
  const bundle = await bundleProgram(fileURLToPath(new URL('./company-child.ts', import.meta.url)));
  const certificatePath = join(folder, 'cert.pem');
  await writeFile(certificatePath, testCertificate().cert);
  const template = join(folder, 'template');
  await prepareCompany(template, clients);
  const program = { path: bundle.path, cacheFolder: join(folder, 'compiled') };
  let made = 0;
  return {
    program,
    certificatePath,
    newCompany: async () => {
      made += 1;
      const copy = join(folder, `company-${made}`);
      await cp(template, copy, { recursive: true });
      return copy;
    },
    end: async () => {
      await bundle.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** How often the server took a message for each address. */
export const takenByAddress = (messages: ScriptedSmtpServer['messages']): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const address of messages.flatMap(({ to }) => to)) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
};

/** What the ledger says became of the reminders; `waiting` may still leave. */
export const sumOf = (company: Company): Readonly<Record<string, number>> => {
  const sum: Record<string, number> = { accepted: 0, rejected: 0, unknown: 0, waiting: 0 };
  for (const { state } of company.ledger.memory.current().reminders.values()) {
    const kind = state.kind === 'approved' ? 'waiting' : state.kind;
    sum[kind] = (sum[kind] ?? 0) + 1;
  }
  return sum;
};

/**
 * What must hold of a company whatever happened to it, with `messages` all that the server ever took of its:
 * each reminder at most once, what is told as accepted arrived, and the sum is right.
 */
export const expectNothingLostOrDoubled = (
  company: Company,
  messages: ScriptedSmtpServer['messages'],
  planned: number,
): void => {
  const taken = takenByAddress(messages);
  expect(Math.max(0, ...taken.values()), 'messages to one client').toBeLessThanOrEqual(1);
  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
  const reminders = [...company.ledger.memory.current().reminders.values()];
  const entries = new Map(company.outbox.list().map((entry) => [entry.key, entry]));
  for (const reminder of reminders) {
    const entry = entries.get(`${reminder.id}/${reminder.attempt}`);
    const times = taken.get(reminder.recipientEmail ?? '') ?? 0;
    // The ledger and main say the same of each.
    expect(entry?.acknowledged, reminder.id).toBe(reminder.state.kind !== 'approved');
    if (reminder.state.kind !== 'approved') expect(entry?.state.kind).toBe(reminder.state.kind);
    if (reminder.state.kind === 'accepted') expect(times, `accepted ${reminder.id}`).toBe(1);
    if (reminder.state.kind === 'rejected' || reminder.state.kind === 'approved')
      expect(times, `${reminder.state.kind} ${reminder.id}`).toBe(0);
  }
  const known = new Set(reminders.map(({ recipientEmail }) => recipientEmail));
  for (const address of taken.keys()) expect(known, 'nobody else was written to').toContain(address);
  const { accepted = 0, rejected = 0, unknown = 0, waiting = 0 } = sumOf(company);
  expect(accepted + rejected + unknown + waiting, 'planned').toBe(planned);
};
