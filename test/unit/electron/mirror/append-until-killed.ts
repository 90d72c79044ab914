// Appends to a journal for ever and says on standard output what has been acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';

const [path = ''] = process.argv.slice(2);
const opened = await openLineJournal<{ readonly number: number; readonly filler: string }>({
  path,
  format: 'kill-test',
  version: 1,
});
if (!opened.ok) {
  writeSync(1, `refused ${JSON.stringify(opened.error)}\n`);
  process.exit(1);
}
const { journal } = opened.value;
for (let number = journal.length; ; ) {
  const bodies = Array.from({ length: 1 + (number % 4) }, (_, index) => ({
    number: number + index,
    filler: 'x'.repeat((number * 7919) % 40_000),
  }));
  const appended = await journal.append(bodies);
  if (!appended.ok) process.exit(2);
  number += bodies.length;
  writeSync(1, `${number}\n`);
}
