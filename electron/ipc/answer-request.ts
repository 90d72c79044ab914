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

/** Who may ask, as things stand now. */
export interface ExpectedSender {
  readonly contentsId: number | undefined;
  readonly origin: string;
}

const refusal = (kind: string, message: string): IpcOutcome<never> => ({
  ok: false,
  error: { kind, message },
});

/**
 * The one wrapper of every request: sender checked, request validated, run, outcome turned into data.
 * A refused sender and an invalid request are bugs or attacks and are answered without detail; an exception
 * is reported and never crosses to the renderer.
 */
export const answerRequest = async <Name extends ChannelName>(
  parts: {
    readonly handlers: Pick<Handlers, Name>;
    readonly expectedSender: ExpectedSender;
    readonly reportBug: (channel: string, error: unknown) => void;
  },
  name: Name,
  sender: SenderFacts,
  request: unknown,
): Promise<IpcOutcome<unknown>> => {
  if (!isTrustedSender(sender, parts.expectedSender)) {
    parts.reportBug(name, new Error('request from a sender that is not the application'));
    return refusal('refused', 'Demande refusée.');
  }
  const checked = channels[name].request.safeParse(request);
  if (!checked.success) {
    parts.reportBug(name, checked.error);
    return refusal('invalid-request', 'La demande n’a pas pu être lue.');
  }
  try {
    return await parts.handlers[name](checked.data as ChannelRequest<Name>);
  } catch (error) {
    parts.reportBug(name, error);
    return refusal(
      'bug',
      'Une erreur inattendue s’est produite. Rien n’a été perdu. Le détail est dans le journal technique (Réglages › Données).',
    );
  }
};
