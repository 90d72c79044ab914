import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The packages of the domain: pure computation, at home in every runtime. */
const packagesOfShared = [
  'temporal-polyfill',
  'zod',
  'papaparse',
  'iconv-lite',
  'fflate',
  'liquidjs',
  'postal-mime',
  'ibantools',
  'stdnum',
];

/** The only places that may touch Electron itself; everything else in electron/ is plain Node and testable as such. */
const mayImportElectron = /^electron\/(main\.ts|preload\.ts|(shell|security|ipc)\/.*)$/;

type Import = { readonly file: string; readonly specifier: string };

/** What stands for a name that is only known at run time, and is therefore never allowed. */
const computed = '(computed)';

/** The module names that a source text imports, re-exports or requires, types included, by the real syntax tree. */
function specifiersIn(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse`);
  const found: string[] = [];
  const literal = (node: ESTree.Expression | ESTree.Argument | undefined): string =>
    node?.type === 'Literal' && typeof node.value === 'string' ? node.value : computed;
  new Visitor({
    ImportDeclaration: (node) => void found.push(node.source.value),
    ExportAllDeclaration: (node) => void found.push(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source !== null && found.push(node.source.value)),
    ImportExpression: (node) => void found.push(literal(node.source)),
    TSImportType: (node) => void found.push(node.source.value),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require')
        found.push(literal(node.arguments[0]));
    },
  }).visit(program);
  return found;
}

/** Why an import breaks the direction of dependencies, or undefined where it does not. Paths are from the root. */
function violation({ file, specifier }: Import): string | undefined {
  if (specifier === computed) return 'every import names its module';
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
      return specifiersIn(file, readFileSync(join(root, file), 'utf8')).map((specifier) => ({
        file,
        specifier,
      }));
    });
}

/** Parsing a thousand files takes its time where others work too. */
const patience = { timeout: 60_000 };

describe('the direction of imports', () => {
  test.each(['shared', 'electron', 'renderer'])('%s imports only what it may', patience, (area) => {
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

  test('every form of import is seen, and what only looks like one is not', () => {
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
      type G = import('nine').G;
      const h = await import(a);
      // import i from 'ten';
      /* import j from 'eleven'; */
      const kind = 'import'; const text = " from 'twelve'";
    `;
    expect(specifiersIn('shared/example.ts', source).sort()).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', computed].sort(),
    );
    expect(violation({ file: 'shared/example.ts', specifier: computed })).toBeDefined();
  });
});
