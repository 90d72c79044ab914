import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Serious and critical findings of axe, one line each: rule, then the elements.
 * Frames are left out: what they show is a PDF in Chromium's own viewer.
 * @param withColours contrast takes most of the time, and does not change with the size of the window
 */
export const seriousFindings = async (window: Page, withColours: boolean): Promise<readonly string[]> => {
  // Without the legacy mode axe opens a page of its own at the end, which Electron does not know.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .exclude('iframe')
    .disableRules(withColours ? [] : ['color-contrast'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 4)
          .map(({ target, any }) => `${target.join(' ')}${any[0] ? ` (${any[0].message})` : ''}`)
          .join(' | ')}`,
    );
};

/** What sticks out of the window on the right, unless it lies in a part that scrolls sideways by itself. */
export const horizontalOverflow = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    const found: string[] = [];
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} px wide`);
    const scrollsOrClips = (element: Element): boolean =>
      element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible';
    for (const element of document.querySelectorAll('button, a, input, h1, h2, p, td, th, label')) {
      const { right, width } = element.getBoundingClientRect();
      if (width === 0 || right <= innerWidth + 1) continue;
      let parent = element.parentElement;
      while (parent !== null && !scrollsOrClips(parent)) parent = parent.parentElement;
      if (parent === null || parent === document.body || parent === page)
        found.push(
          `${element.tagName} « ${element.textContent?.slice(0, 40)} » ends at ${Math.round(right)}`,
        );
    }
    return found;
  });

/** What shows the pointer of a link or button but cannot be reached with the Tab key or arrows. */
export const mouseOnlyElements = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    const reachable = 'a[href], button, input, select, textarea, summary, label, [tabindex], [role="option"]';
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.offsetWidth > 0 &&
          getComputedStyle(element).cursor === 'pointer' &&
          element.closest(reachable) === null &&
          // A wrapper takes the pointer of the label inside it.
          element.querySelector(reachable) === null &&
          element.closest('[aria-hidden="true"]') === null &&
          element.parentElement !== null &&
          getComputedStyle(element.parentElement).cursor !== 'pointer',
      )
      .map((element) => `${element.tagName}.${element.className} « ${element.textContent?.slice(0, 40)} »`);
  });

export interface TabRound {
  /** Stops at which nothing shows where the focus is. */
  readonly invisible: readonly string[];
  /** What could take the focus but the Tab key never came to. */
  readonly missed: readonly string[];
}

/** Walks through the page with the Tab key, as far as `limit` stops, and tells what it could not reach. */
export const tabRound = async (window: Page, limit: number): Promise<TabRound> => {
  await window.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    getSelection()?.removeAllRanges();
    for (const element of document.querySelectorAll('[data-tab-stop]'))
      element.removeAttribute('data-tab-stop');
  });
  const invisible: string[] = [];
  let finished = false;
  for (let stop = 0; stop < limit && !finished; stop += 1) {
    await window.keyboard.press('Tab');
    const seen = await window.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { again: false, shown: true, name: 'body' };
      // A frame keeps the focus for all the stops inside it.
      const again = element.hasAttribute('data-tab-stop') && !element.matches('iframe');
      element.setAttribute('data-tab-stop', '');
      const marks = (candidate: Element): boolean => {
        const style = getComputedStyle(candidate);
        return (
          (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') ||
          style.boxShadow !== 'none' ||
          // Text fields show their caret, frames the focus of what they show.
          candidate.matches('input, textarea, select, iframe')
        );
      };
      const label = element.parentElement;
      // A switch or a segment draws the focus of its hidden input on the label beside it.
      const beside = element.nextElementSibling;
      return {
        again,
        shown: marks(element) || (label !== null && marks(label)) || (beside !== null && marks(beside)),
        name: `${element.tagName} « ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)} »`,
      };
    });
    if (!seen.shown) invisible.push(seen.name);
    finished = seen.again;
  }
  const missed = finished
    ? await window.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')]
          .filter(
            (element) =>
              element.tabIndex >= 0 &&
              !element.matches(':disabled') &&
              element.checkVisibility({ visibilityProperty: true }) &&
              element.closest('[inert], [aria-hidden="true"]') === null &&
              !element.hasAttribute('data-tab-stop') &&
              // The one stop of a list moved on with the focus.
              !element.parentElement?.querySelector(':scope > [data-tab-stop]') &&
              // Of a radio group only the chosen one is a stop.
              !element.matches('input[type="radio"]'),
          )
          .map((element) => `${element.tagName} « ${element.textContent?.slice(0, 40)} »`),
      )
    : [];
  return { invisible, missed };
};
