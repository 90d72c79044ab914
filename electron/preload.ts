import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/ipc/bridge.ts';
import type { MainEventName, MainEvents } from '../shared/ipc/events.ts';

const call =
  (name: string) =>
  (request?: unknown): Promise<never> =>
    ipcRenderer.invoke(name, request) as Promise<never>;

const on = <Name extends MainEventName>(
  name: Name,
  listener: (event: MainEvents[Name]) => void,
): (() => void) => {
  const receive = (_event: unknown, payload: MainEvents[Name]): void => listener(payload);
  ipcRenderer.on(`event:${name}`, receive);
  return () => ipcRenderer.off(`event:${name}`, receive);
};

/** All that the renderer can reach of the system. */
const bridge = {
  boot: call('boot'),
  ledgerProblem: call('ledgerProblem'),
  outboxRebuild: call('outboxRebuild'),
  rendererReady: call('rendererReady'),
  openLedger: call('openLedger'),
  openExternal: call('openExternal'),
  setTheme: call('setTheme'),
  getAutoStart: call('getAutoStart'),
  setAutoStart: call('setAutoStart'),
  quit: call('quit'),
  pickFile: call('pickFile'),
  pickFiles: call('pickFiles'),
  saveFile: call('saveFile'),
  copyText: call('copyText'),
  revealFolder: call('revealFolder'),
  watchedFolderStatus: call('watchedFolderStatus'),
  watchedFolderChoose: call('watchedFolderChoose'),
  watchedFolderForget: call('watchedFolderForget'),
  watchedFileRead: call('watchedFileRead'),
  watchedFilesDecline: call('watchedFilesDecline'),
  mirrorStatus: call('mirrorStatus'),
  mirrorCreate: call('mirrorCreate'),
  mirrorAppend: call('mirrorAppend'),
  mirrorRead: call('mirrorRead'),
  diskProblem: call('diskProblem'),
  databaseDiscard: call('databaseDiscard'),
  mirrorReadChanges: call('mirrorReadChanges'),
  outboxSubmit: call('outboxSubmit'),
  outboxRecall: call('outboxRecall'),
  outboxList: call('outboxList'),
  outboxAcknowledge: call('outboxAcknowledge'),
  recheckAnswer: call('recheckAnswer'),
  mailStatus: call('mailStatus'),
  mailSave: call('mailSave'),
  mailTest: call('mailTest'),
  documentPut: call('documentPut'),
  documentOpen: call('documentOpen'),
  documentSaveAs: call('documentSaveAs'),
  documentPrint: call('documentPrint'),
  printers: call('printers'),
  printSetup: call('printSetup'),
  printSetupSave: call('printSetupSave'),
  calibrationPage: call('calibrationPage'),
  depositListRender: call('depositListRender'),
  procedureSheetRender: call('procedureSheetRender'),
  copiesExamine: call('copiesExamine'),
  documentExcerpt: call('documentExcerpt'),
  lettersRender: call('lettersRender'),
  letterPreview: call('letterPreview'),
  statementRender: call('statementRender'),
  lettersCancel: call('lettersCancel'),
  schedulerReport: call('schedulerReport'),
  schedulerStatus: call('schedulerStatus'),
  schedulerTickNow: call('schedulerTickNow'),
  schedulerAnswerClock: call('schedulerAnswerClock'),
  backupStatus: call('backupStatus'),
  backupNow: call('backupNow'),
  backupRehearse: call('backupRehearse'),
  backupChooseSecondFolder: call('backupChooseSecondFolder'),
  backupForgetSecondFolder: call('backupForgetSecondFolder'),
  backupRestore: call('backupRestore'),
  exportEverything: call('exportEverything'),
  caseFileMake: call('caseFileMake'),
  caseFileCancel: call('caseFileCancel'),
  journalVerify: call('journalVerify'),
  archiveOpen: call('archiveOpen'),
  archiveClose: call('archiveClose'),
  archiveAdopt: call('archiveAdopt'),
  on,
} satisfies Bridge;

contextBridge.exposeInMainWorld('acquit', bridge);
