import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';

/** Kept by the window alone, and only over the reload that follows a restore. */
const restoredKey = 'acquit-restored';

/** Notes what is being restored; main loads the window again when it is done. */
export const noteRestore = (what: string): void => sessionStorage.setItem(restoredKey, what);

/** Nothing was restored after all. */
export const forgetRestore = (): void => sessionStorage.removeItem(restoredKey);

/** Says once, after the reload, that the data are those of the backup. */
export const useRestoredNotice = (): void => {
  useEffect(() => {
    const message = sessionStorage.getItem(restoredKey);
    if (message === null) return;
    forgetRestore();
    notifications.show({ message, autoClose: 10_000 });
  }, []);
};
