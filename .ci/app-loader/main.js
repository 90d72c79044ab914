// The Electron runtime that comes from the registry has no default_app.asar. This small application takes its place in
// resources/app and opens the application whose folder is the first argument, as `electron <folder>` does, so that the
// same command line works with either runtime and the shared runtime never points into one clone.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron <folder of the application> [arguments]\n');
  process.exit(1);
}
const appFolder = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(appFolder);
await import(pathToFileURL(join(appFolder, manifest.main)).href);
