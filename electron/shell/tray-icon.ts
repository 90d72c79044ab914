import { Menu, nativeImage, Tray } from 'electron';

/** Icon beside the clock: the application goes on there when its window is closed. */
export interface TrayIcon {
  readonly update: (waiting: number) => void;
  readonly explain: (text: string) => void;
}

/** Puts the icon up. Where the desktop has no tray, a second start still shows the window. */
export const createTrayIcon = (options: {
  readonly iconPath: string;
  readonly waitingIconPath: string;
  readonly onOpen: () => void;
  readonly onQueue: () => void;
  readonly onQuit: () => void;
}): TrayIcon => {
  let tray: Tray | undefined;
  try {
    tray = new Tray(nativeImage.createFromPath(options.iconPath));
  } catch {
    return { update: () => undefined, explain: () => undefined };
  }
  const icon = tray;
  const show = (waiting: number): void => {
    icon.setImage(nativeImage.createFromPath(waiting > 0 ? options.waitingIconPath : options.iconPath));
    const summary =
      waiting === 0
        ? 'Rien en attente'
        : waiting === 1
          ? '1 action en attente'
          : `${waiting} actions en attente`;
    icon.setToolTip(`Acquit — ${summary}`);
    icon.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Ouvrir Acquit', click: options.onOpen },
        { label: `Relances (${summary.toLowerCase()})`, click: options.onQueue },
        { type: 'separator' },
        { label: 'Quitter', click: options.onQuit },
      ]),
    );
  };
  icon.on('click', options.onOpen);
  show(0);
  return {
    update: show,
    explain: (text) => {
      if (process.platform === 'win32') icon.displayBalloon({ title: 'Acquit', content: text });
    },
  };
};
