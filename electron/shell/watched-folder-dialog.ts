import { type BrowserWindow, dialog } from 'electron';

/** Lets the user choose the folder into which his programs write their exports; undefined = cancelled. */
export const askForWatchedFolder = async (
  window: BrowserWindow | undefined,
  present: string | undefined,
): Promise<string | undefined> => {
  const options = {
    title: 'Dossier à surveiller',
    buttonLabel: 'Surveiller ce dossier',
    ...(present !== undefined && { defaultPath: present }),
    properties: ['openDirectory' as const],
  };
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? undefined : answer.filePaths[0];
};
