/** Mantine gives the focus back 10 ms after closing; later than that it has nowhere to go. */
const afterReturnMs = 30;

/** What takes the focus of the screen below, in this order: the present row of its table or list, or itself. */
const homes = ['main tr[tabindex="0"]', 'main [role="listbox"]', 'main [data-row][tabindex="0"]', 'main'];

/**
 * After a dialog has closed: where what opened it is gone (the row of an invoice that is now paid), the focus
 * would fall to the page and the keyboard would have to walk back through the navigation. Puts it on the row
 * that took the place of the old one.
 */
export const focusAfterDialog = (): void => {
  window.setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    for (const home of homes) {
      const element = document.querySelector<HTMLElement>(home);
      if (!element) continue;
      element.focus();
      if (document.activeElement === element) return;
    }
  }, afterReturnMs);
};

/** After a dialog over a dialog has gone: gives the focus back to what opened it, unless it went elsewhere. */
export const focusAgain = (opener: Element | null): void => {
  window.setTimeout(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && opener instanceof HTMLElement) opener.focus();
  }, afterReturnMs);
};
