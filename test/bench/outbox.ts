// Reminders a second: on disk before the send, and sent one after the other with each step on disk.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testCertificate } from '../support/test-certificate.ts';
import { compose, draftOf, minute, newRig, transportTo } from '../unit/electron/outbox/outbox-rig.ts';
import { best, print } from './support/measure.ts';

const count = 200;
const sink = fork(fileURLToPath(new URL('./support/smtp-sink.ts', import.meta.url)));
await once(sink, 'message');
const { key, cert } = testCertificate();
sink.send({ key, cert });
const [{ port }] = (await once(sink, 'message')) as [{ readonly port: number }];

let run = 0;
const drafts = () => {
  run += 1;
  return Array.from({ length: count }, (_unused, index) => draftOf(run * 1000 + index));
};

const transport = transportTo({ port });
const envelope = { from: 'facturation@example.test', to: 'client1@example.test' };
const composed = await compose(draftOf(1), { idPart: 'bare', nowMs: Date.UTC(2026, 10, 23) });
if (!composed.ok) throw new Error('not composed');

const bareSend = await best(3, async () => {
  for (let index = 0; index < count; index += 1) {
    const prepared = await transport.prepare(envelope);
    if (prepared.kind !== 'ready') throw new Error('not ready');
    const outcome = await prepared.deliver({
      key: `bare-${index}`,
      messageId: '<bare@example.test>',
      envelope,
      toName: 'Client',
      subject: 'Relance',
      bytes: composed.value.bytes,
    });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  }
});

const folder = await mkdtemp(join(tmpdir(), 'acquit-bench-outbox-'));
const file = await open(join(folder, 'floor'), 'a');
const bareStore = await best(3, async () => {
  for (let index = 0; index < count; index += 1) {
    const message = await open(join(folder, `m${index}.eml`), 'w');
    await message.write(composed.value.bytes);
    await message.sync();
    await message.close();
  }
  await file.appendFile('intent\n'.repeat(count));
  await file.datasync();
});
await file.close();
await rm(folder, { recursive: true });

const rig = await newRig();
const outbox = await rig.open({ transport });
let submitMs = Number.POSITIVE_INFINITY;
let sendMs = Number.POSITIVE_INFINITY;
for (let pass = 0; pass < 4; pass += 1) {
  const batch = drafts();
  const start = performance.now();
  const submitted = await outbox.submit(batch);
  if (!submitted.ok) throw new Error(submitted.error.message);
  submitMs = Math.min(submitMs, performance.now() - start);
  rig.clock.advance(minute);
  const sending = performance.now();
  await outbox.run(rig.clock.nowMs());
  sendMs = Math.min(sendMs, performance.now() - sending);
  const left = outbox.list().filter(({ state }) => state.kind !== 'accepted');
  if (left.length > 0) throw new Error(`${left.length} not accepted: ${JSON.stringify(left[0]?.state)}`);
}
await rig.end();
transport.rest();
sink.disconnect();

const perSecond = (ms: number): number => (count / ms) * 1000;
print([
  {
    what: 'outbox: messages made and stored before the send',
    measured: perSecond(submitMs),
    unit: '/s',
    floor: perSecond(bareStore),
    floorIs: 'bare files, each synced',
    budget: { limit: 200, of: 'measured' },
  },
  {
    what: 'outbox: sent over TLS, attempt and result on disk',
    measured: perSecond(sendMs),
    unit: '/s',
    floor: perSecond(bareSend),
    floorIs: 'the same sends, nothing on disk',
    budget: { limit: 200, of: 'measured' },
  },
]);
