import { z } from 'zod';

/** How e-mails leave: the user's own server, or `.eml` files opened in his mail program. */
export const mailSettings = z.object({
  transport: z.enum(['eml-folder', 'smtp']),
  host: z.string().max(253),
  port: z.int().min(1).max(65535),
  /** `implicit`: TLS from the first byte; `starttls`: upgraded or refused; never in clear. */
  security: z.enum(['implicit', 'starttls']),
  user: z.string().max(254),
  senderName: z.string().max(200),
  senderAddress: z.string().max(254),
  /** By SMTP everything goes only to the sender's own address until the user turns it off; files know no test mode. */
  testMode: z.boolean(),
});
export type MailSettings = z.infer<typeof mailSettings>;

export interface MailStatus {
  readonly settings: MailSettings;
  readonly hasPassword: boolean;
  /** Why a password cannot be kept on this PC (French), where that is so. */
  readonly secretsUnavailable?: string | undefined;
  /** Folder where `.eml` files are written. */
  readonly emlFolder: string;
}
