import { useCallback, useEffect, useState } from 'react';
import type { PrintSetup } from '../../../shared/ipc/print-contract.ts';
import { defaultPrintSetup } from '../../../shared/letters/print-setup.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';

/** How this PC prints; the defaults until main has answered. */
export const usePrintSetup = (): {
  readonly setup: PrintSetup;
  /** False where it could not be kept, which the user is told. */
  readonly save: (setup: PrintSetup) => Promise<boolean>;
} => {
  const [setup, setSetup] = useState(defaultPrintSetup);
  useEffect(() => {
    let stopped = false;
    void bridge.printSetup().then((known) => {
      if (known.ok && !stopped) setSetup(known.value);
    });
    return () => {
      stopped = true;
    };
  }, []);
  const save = useCallback(async (wanted: PrintSetup) => {
    const saved = await bridge.printSetupSave(wanted);
    if (saved.ok) setSetup(saved.value);
    else showRefusal(saved.error.message);
    return saved.ok;
  }, []);
  return { setup, save };
};

/** Prints as the setup says; a failure is told. True where the document went to paper or to the dialog. */
export const printAs = async (
  setup: PrintSetup,
  document: { readonly hash: string; readonly name: string },
): Promise<boolean> => {
  const printed = await bridge.documentPrint({
    ...document,
    duplex: setup.duplex,
    ...(setup.printer === undefined ? {} : { printer: setup.printer }),
  });
  if (!printed.ok) showRefusal(printed.error.message);
  return printed.ok;
};
