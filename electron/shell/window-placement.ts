import type { WindowPlacement } from '../settings/settings-store.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumWidth = 1024;
export const minimumHeight = 700;

/**
 * Remembered placement of the window if enough of it is still on a screen, else a default in the middle of
 * the first one: a second monitor that was unplugged must not hide the application.
 */
export const usablePlacement = (
  remembered: WindowPlacement | undefined,
  screens: readonly Area[],
): WindowPlacement => {
  const main = screens[0] ?? { x: 0, y: 0, width: 1440, height: 900 };
  if (remembered) {
    const visible = screens.some((screen) => {
      const width =
        Math.min(remembered.x + remembered.width, screen.x + screen.width) - Math.max(remembered.x, screen.x);
      const height =
        Math.min(remembered.y + remembered.height, screen.y + screen.height) -
        Math.max(remembered.y, screen.y);
      return width >= 200 && height >= 100 && remembered.y >= screen.y - 10;
    });
    if (visible)
      return {
        ...remembered,
        width: Math.max(remembered.width, minimumWidth),
        height: Math.max(remembered.height, minimumHeight),
      };
  }
  const width = Math.min(1440, Math.max(minimumWidth, Math.round(main.width * 0.9)));
  const height = Math.min(900, Math.max(minimumHeight, Math.round(main.height * 0.9)));
  return {
    x: Math.max(main.x, main.x + Math.round((main.width - width) / 2)),
    y: Math.max(main.y, main.y + Math.round((main.height - height) / 2)),
    width,
    height,
    maximised: false,
  };
};
