import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import { threadedPress } from '../../../../electron/letters/threaded-press.ts';
import { defaultLetterLayout } from '../../../../shared/letters/letter-document.ts';
import { client, letter } from '../../shared/letters/sample-letter.ts';
import { pageTexts } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));
const workerPath = fileURLToPath(new URL('../../../../electron/letters/letter-worker.ts', import.meta.url));
const names = Array.from({ length: 12 }, (_unused, index) => `Établissement Évrard ${index} Œuvres`);
const models = names.map((name, index) => letter({ reminderId: `r${index}`, client: client({ name }) }));

const rendered = (path: string, signal?: AbortSignal) =>
  renderLetters({
    models,
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
    // Several groups, so that both threads have work and answer out of turn.
    press: { ...threadedPress(path, 2), lettersTogether: 3 },
    signal,
  });

describe('letters set on threads', { timeout: 60_000 }, () => {
  it('come back in the order of the request, each with its own text', async () => {
    const outcome = await rendered(workerPath);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect(outcome.value.letters.map(({ reminderId }) => reminderId)).toEqual(
      models.map(({ reminderId }) => reminderId),
    );
    const pages = pageTexts(outcome.value.batch);
    outcome.value.letters.forEach(({ batchPages, bytes }, index) => {
      expect(pages[batchPages.first - 1]).toContain(names[index]);
      expect(pageTexts(bytes)[0]).toContain(names[index]);
    });
  });

  it('are set on this thread where none can be started', async () => {
    const outcome = await rendered(`${workerPath}.missing.mjs`);
    expect(outcome.ok && outcome.value.letters).toHaveLength(models.length);
  });

  it('stop when cancelled', async () => {
    const controller = new AbortController();
    const running = rendered(workerPath, controller.signal);
    controller.abort();
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});
