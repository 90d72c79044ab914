import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this clone. Everything else is found from here, never from the current folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

export const modulesFolder = join(root, 'node_modules');

/** What the tools write: builds, reports, screenshots. Ignored by Git, safe to delete. */
export const outFolder = join(root, 'out');

/** Shared by every clone of this user, so that a large download happens once. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'acquit');
