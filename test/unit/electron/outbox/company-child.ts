/*
 * One life of the application: opens a company, approves reminders, sends, folds and acknowledges, until all is
 * done or it is killed. Prints one JSON line for each thing that the outbox has answered for.
 */
import { readFileSync } from 'node:fs';
import { openCompany } from '../../../support/company.ts';
import { minute, transportTo } from './outbox-rig.ts';

export interface CompanyLife {
  readonly folder: string;
  readonly port: number;
  readonly certificatePath: string;
  readonly nowMs: number;
  /** At most so many proposals are approved; the others wait for a later life. */
  readonly approvals: number;
  readonly failpoint?: string;
  /** Which passing of the failpoint ends the process, from 1. */
  readonly hit?: number;
  readonly commandMs?: number;
  readonly security?: 'implicit' | 'starttls';
}

const life = JSON.parse(process.argv[2] ?? '{}') as CompanyLife;

let hits = 0;
const failAt = (name: string): void => {
  if (name !== life.failpoint) return;
  hits += 1;
  if (hits === (life.hit ?? 1)) process.kill(process.pid, 'SIGKILL');
};

const say = (fact: object): void => {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
};

const commandMs = life.commandMs ?? 10_000;
const company = await openCompany({
  folder: life.folder,
  nowMs: life.nowMs,
  transport: transportTo(
    { port: life.port },
    {
      failpoint: failAt,
      security: life.security ?? 'implicit',
      certificate: readFileSync(life.certificatePath, 'utf8'),
      timeouts: { connectMs: commandMs, commandMs, contentMs: commandMs },
    },
  ),
  failpoint: failAt,
  aroundFold: failAt,
});
say({ opened: true });
const approved = await company.approve(company.proposals().slice(0, life.approvals));
say({ approved });
// Past the recall window, then past the waits after failures.
company.advance(minute);
for (let turn = 0; turn < 12; turn += 1) {
  await company.pass();
  for (const { key, state } of company.outbox.list())
    if (state.kind === 'accepted') say({ key, kind: state.kind });
  const waiting = company.outbox
    .list()
    .some(({ state }) => state.kind === 'intent' || state.kind === 'retrying');
  if (!waiting) break;
  company.advance(2 * minute);
}
await company.stop();
say({ stopped: true });
