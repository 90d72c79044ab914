import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openScheduler } from '../../../../electron/scheduler/scheduler.ts';
import { isWorkingDay } from '../../../../shared/dates/working-days.ts';
import { type Company, openCompany } from '../../../support/company.ts';
import { prepareCompany, sampleAddress } from '../../../support/company-sample.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { drafts, minute, newRig, transportTo } from './outbox-rig.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const clients = 6;

let server: ScriptedSmtpServer;
let folder: string;
beforeEach(async () => {
  server = await startSmtpServer();
  folder = await mkdtemp(join(tmpdir(), 'acquit-thousand-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const intentsIn = async (path: string): Promise<number> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes('"kind":"intent"')).length;

test('the scheduler ticks a thousand times in a day: each reminder leaves once', async () => {
  await prepareCompany(folder, clients);
  const company: Company = await openCompany({ folder, transport: transportTo(server) });
  let ticks = 0;
  const scheduler = await openScheduler({
    folder: join(folder, 'scheduler'),
    clock: { nowMs: company.nowMs },
    // Whatever a tick finds due is approved and handed over at once, as a hasty user or the automatic mode does.
    tick: async () => {
      ticks += 1;
      await company.approve(company.proposals());
      await company.pass();
    },
    notify: () => undefined,
    isWorkingDay: (on) => isWorkingDay(on, 'metropole'),
  });
  const today = company.today();
  scheduler.start();
  for (let turn = 0; turn < 1000; turn += 1) {
    await scheduler.poke('user');
    company.advance(45_000);
  }
  await scheduler.stop();
  expect(company.today()).toBe(today);
  expect(ticks).toBeGreaterThanOrEqual(1000);
  expect(server.messages.flatMap(({ to }) => to).toSorted()).toEqual(
    Array.from({ length: clients }, (_, index) => sampleAddress(index)).toSorted(),
  );
  expect(await intentsIn(join(folder, 'outbox', 'outbox.ndjson'))).toBe(clients);
  expect([...company.ledger.memory.current().reminders.values()].map(({ attempt }) => attempt)).toEqual(
    Array.from({ length: clients }, () => 1),
  );
  await company.stop();
});

test('the same keys handed over a thousand times, one after the other and all at once, are one message each', async () => {
  const rig = await newRig(folder);
  const outbox = await rig.open({ transport: transportTo(server) });
  for (let turn = 0; turn < 500; turn += 1) {
    const answer = await outbox.submit(drafts(3));
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.map(({ key }) => key)).toEqual(drafts(3).map(({ key }) => key));
  }
  rig.clock.advance(minute);
  const passes = outbox.run(rig.clock.nowMs());
  const answers = await Promise.all(Array.from({ length: 500 }, () => outbox.submit(drafts(3))));
  await passes;
  for (let turn = 0; turn < 20; turn += 1) await outbox.run(rig.clock.nowMs());
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(server.messages.map(({ to }) => to.join())).toEqual(drafts(3).map(({ to }) => to.address));
  expect(await intentsIn(join(folder, 'outbox.ndjson'))).toBe(3);
  await rig.end();
});
