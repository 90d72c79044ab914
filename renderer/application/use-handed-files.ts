import { useEffect, useRef } from 'react';
import type { ChosenFile } from './chosen-file.ts';
import type { HandedFiles } from './handed-files.ts';

/** Takes the files that were left for a screen, when it is opened and while it stands open; never none. */
export const useHandedFiles = (
  { take, onHanded }: HandedFiles,
  onFiles: (files: readonly ChosenFile[]) => void,
): void => {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const takeAll = (): void => {
      const files = take();
      if (files.length > 0) latest.current(files);
    };
    takeAll();
    return onHanded(takeAll);
  }, [take, onHanded]);
};
