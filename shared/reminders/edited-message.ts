import type { ComposedMessage } from './compose-message.ts';

/** Words the user gave one message, and the text he started from. */
export interface MessageEdit {
  readonly from: Pick<ComposedMessage, 'subject' | 'body'>;
  readonly subject: string;
  readonly body: string;
}

export type EditedMessage =
  | { readonly kind: 'unedited'; readonly message: ComposedMessage }
  | { readonly kind: 'edited'; readonly message: ComposedMessage }
  /** The facts changed since the user wrote (a payment, another day): his text would say what is no longer so. */
  | { readonly kind: 'outdated'; readonly message: ComposedMessage };

/** The message as it would leave: with the user's words while they start from what is still true. */
export const editedMessage = (composed: ComposedMessage, edit: MessageEdit | undefined): EditedMessage => {
  if (edit === undefined) return { kind: 'unedited', message: composed };
  if (edit.from.subject !== composed.subject || edit.from.body !== composed.body)
    return { kind: 'outdated', message: composed };
  return { kind: 'edited', message: { ...composed, subject: edit.subject, body: edit.body } };
};

/** A subject is one line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/**
 * What the user typed as an edit of a message; undefined where he changed nothing. Neither may be empty:
 * `problem` says so in French.
 */
export const makeEdit = (
  from: Pick<ComposedMessage, 'subject' | 'body'>,
  typed: { readonly subject: string; readonly body: string },
):
  | { readonly edit: MessageEdit | undefined; readonly problem?: undefined }
  | { readonly problem: string } => {
  const subject = oneLine(typed.subject);
  const body = typed.body.replace(/\r\n?/g, '\n').trim();
  if (subject === '') return { problem: 'L’objet ne peut pas être vide.' };
  if (body === '') return { problem: 'Le texte ne peut pas être vide.' };
  if (subject === from.subject && body === from.body.trim()) return { edit: undefined };
  return { edit: { from: { subject: from.subject, body: from.body }, subject, body } };
};
