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

const rendered = (path: string, signal?: AbortSignal, onSetHere?: (reason: unknown) => void) =>
  renderLetters({
    models,
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
    // Several groups, so that both threads have work and answer out of turn.
    press: { ...threadedPress(path, 2, onSetHere), lettersTogether: 3 },
    signal,
  });

describe('letters set on threads', { timeout: 60_000 }, () => {
  it('come back in the order of the request, each with its own text', async () => {
    const outcome = await rendered(workerPath, undefined, (reason) => {
      throw new Error('set on the main thread', { cause: reason });
    });
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
    const reasons: unknown[] = [];
    const outcome = await rendered(`${workerPath}.missing.mjs`, undefined, (reason) => reasons.push(reason));
    expect(outcome.ok && outcome.value.letters).toHaveLength(models.length);
    // What is told ends up in the log: otherwise nobody would know why letters are slow.
    expect(reasons).toHaveLength(models.length / 3);
    for (const reason of reasons) expect(reason).toBeInstanceOf(Error);
  });

  it('stop when cancelled', async () => {
    const controller = new AbortController();
    const running = rendered(workerPath, controller.signal);
    controller.abort();
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('tell every letter of a long batch once, and stop in the middle of it', async () => {
    const many = Array.from({ length: 100 }, (_unused, index) => letter({ reminderId: `r${index}` }));
    const controller = new AbortController();
    const told: number[] = [];
    const outcome = await renderLetters({
      models: many,
      layout: defaultLetterLayout,
      images: new Map(),
      fontsFolder,
      press: threadedPress(workerPath, 2),
      signal: controller.signal,
      onProgress: (done, total) => {
        told.push(done);
        expect(total).toBe(many.length);
        // In the third group, the first large one.
        if (done === 30) controller.abort();
      },
    });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(told).toEqual(Array.from({ length: 30 }, (_unused, index) => index + 1));
  });
});
