/*
 * A process that submits, sends and acknowledges, and that may be told to kill itself at a failpoint.
 * Prints one JSON line for each thing that the outbox has answered for.
 */
import { readFileSync } from 'node:fs';
import { drafts, minute, newRig, transportTo } from './outbox-rig.ts';

const [folder = '', port = '0', certificatePath = '', count = '0', failpoint = '', hit = '1'] =
  process.argv.slice(2);

let hits = 0;
const failAt = (name: string): void => {
  if (name !== failpoint) return;
  hits += 1;
  if (hits === Number(hit)) process.kill(process.pid, 'SIGKILL');
};

const say = (fact: object): void => {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
};

const rig = await newRig(folder);
const outbox = await rig.open({
  transport: transportTo(
    { port: Number(port) },
    { failpoint: failAt, certificate: readFileSync(certificatePath, 'utf8') },
  ),
  failpoint: failAt,
  onChange: (entries) => {
    for (const { key, state } of entries) say({ key, kind: state.kind });
  },
});
const submitted = await outbox.submit(drafts(Number(count)));
say({ submitted: submitted.ok, failure: submitted.ok ? undefined : submitted.error });
rig.clock.advance(minute);
await outbox.run(rig.clock.nowMs());
await outbox.acknowledge(outbox.list().map(({ key }) => key));
say({ states: outbox.list().map(({ key, state }) => [key, state.kind]) });
await outbox.stop();
