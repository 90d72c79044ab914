import { describe, expect, test } from 'vitest';
import { readReturnedMail } from '../../shared/mail/returned-mail.ts';
import type { Permanence, ReturnedMail } from '../../shared/mail/returned-mail-contract.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

interface Facts {
  readonly subject: string;
  readonly from: string;
  readonly report_type?: string;
  readonly dsn_recipients?: readonly {
    readonly final_recipient: string;
    readonly original_recipient?: string;
    readonly action: string;
    readonly status: string;
    readonly diagnostic_code?: string;
    readonly remote_mta?: string;
  }[];
  readonly read_by_eye: {
    readonly class: string;
    readonly permanence?: string;
    readonly recipients?: readonly string[];
    readonly meaning: string;
  };
}

const folder = 'email-bounces';
const read = (name: string): Promise<ReturnedMail> => readReturnedMail(corpusBytes(folder, name));
const bare = (typed: string): string => typed.replace(/^[^;]*;\s*/, '').replace(/\s+/g, ' ');
const addressIn = (header: string): string => /[^\s<>"()]+@[^\s<>"()]+/.exec(header)?.[0] ?? '';

/**
 * Who read the files by eye wrote « permanent » beside « the address may be good » where the message itself
 * was refused for good: that is the third case here, since such an address is not to be marked.
 */
const permanencesByEye = ({ permanence = '', meaning }: Facts['read_by_eye']): readonly Permanence[] => {
  if (permanence === '') return [];
  if (permanence.startsWith('permanent for the first')) return ['permanent', 'temporary'];
  if (permanence.startsWith('temporary')) return ['temporary'];
  return /address may be good/.test(meaning) ? ['not-the-address'] : ['permanent'];
};

describe('messages of mail servers', () => {
  for (const { name, expected } of corpusFiles(folder)) {
    const facts = expected as unknown as Facts;
    test(`${name}: ${facts.read_by_eye.meaning}`, async () => {
      const mail = await read(name);
      expect(mail.problem).toBeUndefined();
      expect(mail.subject).toBe(facts.subject);
      expect(mail.from?.address).toBe(addressIn(facts.from));

      const { dsn_recipients: reported, read_by_eye: eye } = facts;
      expect(mail.kind).toBe(eye.class);
      if (eye.recipients) expect(mail.recipients.map(({ address }) => address)).toEqual(eye.recipients);
      if (eye.class === 'bounce')
        expect(mail.recipients.map(({ permanence }) => permanence)).toEqual(permanencesByEye(eye));

      if (!reported) return;
      const told = mail.recipients.map(({ address, action, status, diagnostic, remoteHost }) => ({
        address,
        action,
        status,
        diagnostic,
        remoteHost,
      }));
      expect(told).toEqual(
        reported.map((one) => ({
          address: bare(one.final_recipient),
          action: one.action.toLowerCase(),
          status: /^[\d.]+/.exec(one.status)?.[0],
          diagnostic: one.diagnostic_code === undefined ? undefined : bare(one.diagnostic_code).trim(),
          remoteHost: one.remote_mta === undefined ? undefined : bare(one.remote_mta),
        })),
      );
    });
  }

  test('say the same whatever their line ends', async () => {
    for (const { name } of corpusFiles(folder)) {
      const text = Buffer.from(corpusBytes(folder, name)).toString('latin1').replace(/\r\n?/g, '\n');
      const variants = ['\n', '\r\n', '\r'].map((end) => Buffer.from(text.replaceAll('\n', end), 'latin1'));
      const [unix, windows, mac] = await Promise.all(variants.map((bytes) => readReturnedMail(bytes)));
      expect({ name, mail: windows }).toEqual({ name, mail: unix });
      expect({ name, mail: mac }).toEqual({ name, mail: unix });
    }
  });

  test('bring back the Message-ID of what was sent', async () => {
    const ids = await Promise.all(
      corpusFiles(folder).map(async ({ name }) => [name, (await read(name)).originalMessageIds[0]] as const),
    );
    const found = new Map(ids);
    const expectedIds = {
      'lhost-yahoo-01.eml': '<6AE6249A-E7A8-4980-862C-F499F6B8E7C5@y.example.co.jp>',
      'lhost-outlook-06.eml': '<BAY182-W4180385B0DABF89EB94B34A9300@phx.gbl>',
      'rfc3464-07.eml': '<000000000000000@list.example.jp>',
    };
    for (const [name, id] of Object.entries(expectedIds))
      if (found.has(name)) expect(found.get(name)).toBe(id);
  });
});
