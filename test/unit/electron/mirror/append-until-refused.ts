// Under a limit of the size of files: appends until the system refuses, then says in JSON what is left.
import { writeSync } from 'node:fs';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';

const [path = ''] = process.argv.slice(2);
const opened = await openLineJournal<string>({ path, format: 'limit-test', version: 1 });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { journal } = opened.value;
let appended = await journal.append(['x'.repeat(9000)]);
while (appended.ok) appended = await journal.append(['x'.repeat(9000)]);
const small = await journal.append(['y']);
writeSync(1, JSON.stringify({ code: appended.error.code, length: journal.length, small: small.ok }));
await journal.close();
