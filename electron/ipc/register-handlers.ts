import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import {
  type ChannelName,
  type ChannelRequest,
  type ChannelResponse,
  channels,
} from '../../shared/ipc/channels.ts';
import { isTrustedSender, type SenderFacts } from '../security/sender.ts';

/** What main does for each channel. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    request: ChannelRequest<Name>,
  ) => Promise<IpcOutcome<ChannelResponse<Name>>> | IpcOutcome<ChannelResponse<Name>>;
};

const factsOf = (event: IpcMainInvokeEvent): SenderFacts => {
  const frame = event.senderFrame;
  return {
    contentsId: event.sender.id,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    origin: frame === null ? '' : frame.origin,
  };
};

/**
 * The one wrapper of every request: sender checked, request validated, run, outcome turned into data.
 * A refused sender and an invalid request are bugs or attacks and are answered without detail.
 */
export const registerHandlers = (
  handlers: Handlers,
  expectedSender: () => { readonly contentsId: number | undefined; readonly origin: string },
  reportBug: (channel: string, error: unknown) => void,
): void => {
  const register = <Name extends ChannelName>(name: Name): void => {
    ipcMain.handle(name, async (event, request: unknown): Promise<IpcOutcome<unknown>> => {
      if (!isTrustedSender(factsOf(event), expectedSender())) {
        reportBug(name, new Error('request from a sender that is not the application'));
        return { ok: false, error: { kind: 'refused', message: 'Demande refusée.' } };
      }
      const checked = channels[name].request.safeParse(request);
      if (!checked.success) {
        reportBug(name, checked.error);
        return { ok: false, error: { kind: 'invalid-request', message: 'La demande n’a pas pu être lue.' } };
      }
      try {
        return await handlers[name](checked.data as ChannelRequest<Name>);
      } catch (error) {
        reportBug(name, error);
        return {
          ok: false,
          error: {
            kind: 'bug',
            message:
              'Une erreur inattendue s’est produite. Rien n’a été perdu. Le détail est dans le journal technique (Réglages › Données).',
          },
        };
      }
    });
  };
  for (const name of Object.keys(channels) as ChannelName[]) register(name);
};
