import { expect } from '@playwright/test';
import type { RunningApplication } from './application.ts';
import { horizontalOverflow, seriousFindings } from './inspect-page.ts';
import { resize, transitionsDone } from './window.ts';

/** The open dialog: nothing serious for axe, and in the smallest window nothing sticks out and its end can be reached. */
export const soundDialog = async (running: RunningApplication): Promise<void> => {
  const { window } = running;
  await transitionsDone(window);
  expect(await seriousFindings(window, true)).toEqual([]);
  await resize(running, 1024, 700);
  expect(await horizontalOverflow(window)).toEqual([]);
  const last = window.getByRole('dialog').locator('button[type="submit"]');
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
  await resize(running, 1440, 900);
};
