import { type PrintSetup, printSetup } from '../../shared/ipc/print-contract.ts';
import { defaultPrintSetup } from '../../shared/letters/print-setup.ts';
import type { SettingsStore } from './settings-store.ts';

/** How this PC prints. What an older version or another hand left in the file and makes no sense is the default. */
export const readPrintSetup = (settings: SettingsStore): PrintSetup => {
  const read = printSetup.safeParse(settings.get('printing'));
  return read.success ? read.data : defaultPrintSetup;
};
