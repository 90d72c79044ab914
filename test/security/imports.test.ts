import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The packages of the domain: pure computation, at home in every runtime. */
const packagesOfShared = ['temporal-polyfill', 'zod', 'papaparse', 'iconv-lite', 'fflate', 'liquidjs'];

/** The only places that may touch Electron itself; everything else in electron/ is plain Node and testable as such. */
const mayImportElectron = /^electron\/(main\.ts|preload\.ts|(shell|security|ipc)\/.*)$/;

type Import = { readonly file: string; readonly specifier: string };

/** The module names that a source text imports, re-exports or requires, types included. */
function specifiersIn(source: string): string[] {
  const code = source.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const forms = [
    /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].flatMap((match) => match[1] ?? []));
}

/** Why an import breaks the direction of dependencies, or undefined where it does not. Paths are from the root. */
function violation({ file, specifier }: Import): string | undefined {
  const area = file.split('/')[0];
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(file), specifier))
      .replaceAll('\\', '/')
      .split('/')[0];
    const allowed = area === 'shared' ? ['shared'] : [area, 'shared', 'assets'];
    return allowed.includes(target) ? undefined : `${area} must not reach into ${target}`;
  }
  const packageName = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const isNode = specifier.startsWith('node:') || builtinModules.includes(packageName);
  if (area === 'shared' && !packagesOfShared.includes(packageName))
    return `shared must not import ${specifier}`;
  if (area === 'renderer' && (isNode || packageName === 'electron'))
    return `renderer must not import ${specifier}`;
  if (area === 'electron' && packageName === 'electron' && !mayImportElectron.test(file)) {
    return 'only main.ts, preload.ts, shell, security and ipc import electron';
  }
  return undefined;
}

function importsUnder(area: string): Import[] {
  return readdirSync(join(root, area), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.split(/[\\/]/).includes('node_modules'))
    .flatMap((name) => {
      const file = `${area}/${name.replaceAll('\\', '/')}`;
      return specifiersIn(readFileSync(join(root, file), 'utf8')).map((specifier) => ({ file, specifier }));
    });
}

describe('the direction of imports', () => {
  test.each(['shared', 'electron', 'renderer'])('%s imports only what it may', (area) => {
    const imports = importsUnder(area);
    expect(imports.length).toBeGreaterThan(0);
    const violations = imports.flatMap((entry) => {
      const reason = violation(entry);
      return reason === undefined ? [] : [`${entry.file}: ${reason} ('${entry.specifier}')`];
    });
    expect(violations).toEqual([]);
  });

  test.each<[string, string, boolean]>([
    ['shared/money/cents.ts', 'node:fs', false],
    ['shared/money/cents.ts', 'fs/promises', false],
    ['shared/money/cents.ts', 'react', false],
    ['shared/money/cents.ts', '../../electron/main.ts', false],
    ['shared/money/cents.ts', '../dates/day.ts', true],
    ['shared/ipc/channels.ts', 'zod', true],
    ['shared/dates/holidays.ts', 'temporal-polyfill/global', true],
    ['renderer/features/week/screen.tsx', 'electron', false],
    ['renderer/features/week/screen.tsx', 'node:path', false],
    ['renderer/features/week/screen.tsx', '../../../electron/preload.ts', false],
    ['renderer/features/week/screen.tsx', '../../../shared/result.ts', true],
    ['renderer/features/week/screen.tsx', '@mantine/core', true],
    ['electron/outbox/journal.ts', 'electron', false],
    ['electron/outbox/journal.ts', '../../renderer/db/schema.ts', false],
    ['electron/outbox/journal.ts', 'node:fs/promises', true],
    ['electron/shell/window.ts', 'electron', true],
    ['electron/main.ts', 'electron', true],
  ])('%s importing %s: allowed is %s', (file, specifier, allowed) => {
    expect(violation({ file, specifier }) === undefined).toBe(allowed);
  });

  test('every form of import is seen, and comments are not', () => {
    const source = `
      import a from 'one';
      import type { B } from "two";
      import {
        c,
      } from 'three';
      import 'four';
      export * from 'five';
      export type { D } from 'six';
      const e = await import('seven');
      const f = require('eight');
      // import g from 'nine';
      /* import h from 'ten'; */
    `;
    expect(specifiersIn(source).sort()).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].sort(),
    );
  });
});
