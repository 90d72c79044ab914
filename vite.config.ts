import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const manifest: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(fromRoot('package.json'), 'utf8'),
);

const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** A package with all its subpaths, so that `pdfmake/build/x` stays outside as `pdfmake` does. */
const packageAndSubpaths = (name: string): RegExp => new RegExp(`^${name}(/.*)?$`);

/**
 * One configuration, three builds (`vite build --app`): the renderer for Chromium, main and preload for Electron's
 * Node. The targets are those of Electron 33, the oldest runtime that the code must run on.
 */
export default defineConfig({
  root: fromRoot('renderer'),
  // The pages are served from app://, where only relative addresses stay inside the application.
  base: './',
  publicDir: false,
  cacheDir: fromRoot('node_modules/.vite'),
  plugins: [react()],
  css: { postcss: { plugins: [presetMantine()] } },
  environments: {
    client: {
      build: {
        outDir: fromRoot('out/build/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        // The files are read from the user's disk: Vite's limit of 500 kB is meant for the web.
        chunkSizeWarningLimit: 5000,
      },
    },
    main: {
      consumer: 'server',
      // What package.json lists as "dependencies" is packaged as it is; everything else is bundled.
      resolve: { noExternal: true },
      build: {
        outDir: fromRoot('out/build/electron'),
        emptyOutDir: false,
        target: 'node20.18',
        ssr: true,
        sourcemap: true,
        minify: false,
        rolldownOptions: {
          input: {
            main: fromRoot('electron/main.ts'),
            // Runs on threads of its own.
            'letter-worker': fromRoot('electron/letters/letter-worker.ts'),
          },
          external: [
            'electron',
            ...nodeModules,
            ...Object.keys(manifest.dependencies).map(packageAndSubpaths),
          ],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: fromRoot('out/build/electron'),
        emptyOutDir: false,
        target: 'chrome130',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: fromRoot('electron/preload.ts'),
          // A sandboxed preload is one CommonJS file that can load nothing but `electron`.
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'main', 'preload'] as const) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
  test: {
    projects: [
      {
        root: fromRoot('.'),
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{unit,property,security,corpus,migrations}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
