import { readPrintSetup } from '../../settings/print-setup.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { MainWindow } from '../../shell/main-window.ts';
import { listPrinters, printDocument } from '../../shell/print-document.ts';
import type { Handlers } from '../answer-request.ts';

/** What these handlers need of the rest of main. */
export interface PrintParts {
  readonly settings: SettingsStore;
  readonly window: () => MainWindow;
}

/** Printing: the printers, and the set-up of this PC. */
export const printHandlers = (parts: PrintParts) =>
  ({
    documentPrint: ({ hash, name, printer, duplex = false }) =>
      printDocument(`app://acquit/documents/${hash}.pdf`, { title: name, printer, duplex }),
    printers: async () => {
      const window = parts.window().browserWindow();
      return { ok: true, value: window ? await listPrinters(window.webContents) : [] };
    },
    printSetup: () => ({ ok: true, value: readPrintSetup(parts.settings) }),
    printSetupSave: (setup) => {
      parts.settings.set('printing', setup);
      return { ok: true, value: setup };
    },
  }) satisfies Partial<Handlers>;
