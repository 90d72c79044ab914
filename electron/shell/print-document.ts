import { BrowserWindow, type WebContents } from 'electron';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { Printer } from '../../shared/ipc/print-contract.ts';

/** How a document goes to paper. */
export interface PrintWish {
  readonly title: string;
  /** System name of the printer that prints without asking; the system's dialog where undefined. */
  readonly printer?: string | undefined;
  readonly duplex: boolean;
}

const failure = (kind: string, message: string): IpcOutcome<null> => ({
  ok: false,
  error: { kind, message },
});

/** The printers of this PC. */
export const listPrinters = async (contents: WebContents): Promise<readonly Printer[]> => {
  // `isDefault` is gone from newer versions of Electron; older ones and some systems still tell it.
  const printers = (await contents.getPrintersAsync()) as readonly {
    readonly name: string;
    readonly displayName: string;
    readonly isDefault?: boolean;
  }[];
  return printers.map(({ name, displayName, isDefault }) => ({
    name,
    displayName: displayName === '' ? name : displayName,
    isDefault: isDefault === true,
  }));
};

const notShown = failure(
  'not-shown',
  'Le document n’a pas pu être affiché. Enregistrez-le, puis imprimez-le.',
);

const viewerFor = (title: string, shown: boolean): BrowserWindow =>
  new BrowserWindow({
    width: 900,
    height: 1000,
    title,
    show: shown,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
  });

/** The page, the viewer in it, and in that the document: what is printed before it is there never comes out. */
const framesOfViewer = 3;
const longestLoadMs = 30_000;
/** The last frame draws its first page; what is printed before may be empty. */
const drawnAfterMs = 700;
/** A job is handed over within a second or two. */
const longestAnswerMs = 15_000;

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

/** False where the viewer did not appear. Waits for the document in it, however busy the PC is. */
const isDrawn = async (viewer: BrowserWindow): Promise<boolean> => {
  const deadline = performance.now() + longestLoadMs;
  const frames = (): number =>
    viewer.isDestroyed() ? 0 : viewer.webContents.mainFrame.framesInSubtree.length;
  while (frames() > 0 && frames() < framesOfViewer && performance.now() < deadline) await pause(100);
  await pause(drawnAfterMs);
  // A viewer that is made otherwise prints as well, and says itself what went wrong.
  return frames() > 1;
};

const printSilently = async (
  viewer: BrowserWindow,
  wish: PrintWish,
  printer: string,
): Promise<IpcOutcome<null>> => {
  const printers = await listPrinters(viewer.webContents);
  if (!printers.some(({ name }) => name === printer))
    return failure(
      'no-printer',
      `L’imprimante «\u00A0${printer}\u00A0» est introuvable\u00A0: allumez-la, ou choisissez-en une autre dans les réglages d’impression.`,
    );
  if (!(await isDrawn(viewer))) return notShown;
  const answer = new Promise<IpcOutcome<null>>((settle) => {
    viewer.webContents.print(
      {
        silent: true,
        deviceName: printer,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: 'A4',
        scaleFactor: 100,
        duplexMode: wish.duplex ? 'longEdge' : 'simplex',
      },
      (printed, reason) =>
        settle(
          printed
            ? { ok: true, value: null }
            : failure(
                'not-printed',
                `L’imprimante «\u00A0${printer}\u00A0» n’a pas pris le document (${reason || 'sans dire pourquoi'}). Vérifiez-la, puis réessayez, ou imprimez par la fenêtre du système.`,
              ),
        ),
    );
  });
  // Before Electron 36 a PDF is printed and the answer never given (electron pull request 47378). The user is asked
  // in any case whether it came out well.
  return Promise.race([
    answer,
    pause(longestAnswerMs).then((): IpcOutcome<null> => ({ ok: true, value: null })),
  ]);
};

/**
 * Prints a PDF of the document store: to a printer without asking, or through the system's dialog. For the
 * dialog the viewer window is shown, because that of some systems belongs to a visible window.
 */
export const printDocument = async (address: string, wish: PrintWish): Promise<IpcOutcome<null>> => {
  const viewer = viewerFor(wish.title, wish.printer === undefined);
  try {
    await viewer.loadURL(address);
  } catch {
    viewer.destroy();
    return notShown;
  }
  if (wish.printer === undefined) {
    if (!(await isDrawn(viewer))) {
      if (!viewer.isDestroyed()) viewer.destroy();
      return notShown;
    }
    viewer.webContents.print({ silent: false, printBackground: true }, () => undefined);
    return { ok: true, value: null };
  }
  try {
    return await printSilently(viewer, wish, wish.printer);
  } finally {
    if (!viewer.isDestroyed()) viewer.destroy();
  }
};
