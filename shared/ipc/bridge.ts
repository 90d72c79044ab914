import type { IpcOutcome } from './channel.ts';
import type { ChannelName, ChannelRequest, ChannelResponse } from './channels.ts';
import type { MainEventName, MainEvents } from './events.ts';

type Call<Name extends ChannelName> =
  undefined extends ChannelRequest<Name>
    ? () => Promise<IpcOutcome<ChannelResponse<Name>>>
    : (request: ChannelRequest<Name>) => Promise<IpcOutcome<ChannelResponse<Name>>>;

/** What preload puts on `window.acquit`: one function a channel, and one to listen. */
export type Bridge = { readonly [Name in ChannelName]: Call<Name> } & {
  /** Calls the listener for each event; returns how to stop. */
  readonly on: <Name extends MainEventName>(
    name: Name,
    listener: (event: MainEvents[Name]) => void,
  ) => () => void;
};
