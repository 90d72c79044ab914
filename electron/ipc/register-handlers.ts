import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type ChannelName, channels } from '../../shared/ipc/channels.ts';
import type { SenderFacts } from '../security/sender.ts';
import { answerRequest, type ExpectedSender, type Handlers } from './answer-request.ts';

const factsOf = (event: IpcMainInvokeEvent): SenderFacts => {
  const frame = event.senderFrame;
  return {
    contentsId: event.sender.id,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    origin: frame === null ? '' : frame.origin,
  };
};

/** Puts the wrapper round every channel of the map. */
export const registerHandlers = (
  handlers: Handlers,
  expectedSender: () => ExpectedSender,
  reportBug: (channel: string, error: unknown) => void,
): void => {
  for (const name of Object.keys(channels) as ChannelName[])
    ipcMain.handle(name, (event, request: unknown) =>
      answerRequest({ handlers, expectedSender: expectedSender(), reportBug }, name, factsOf(event), request),
    );
};
