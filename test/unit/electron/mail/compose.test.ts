import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../../../electron/mail/compose.ts';
import { isSafeHtml } from '../../../../electron/mail/safe-html.ts';
import type { OutboxDraft } from '../../../../shared/ipc/outbox-contract.ts';
import { messageHtml } from '../../../../shared/reminders/message-html.ts';

const draft: OutboxDraft = {
  key: 'k/1',
  to: { name: 'Société Générale d’Échafaudages', address: 'compta@client.example' },
  subject: 'Facture F-2026-018 échue — 1\u202f234,50\u00a0€',
  text: 'Bonjour,\n\nVotre facture <F-18> & son échéance…\nMerci.\n',
  attachments: [],
  sendAfter: '2026-11-23T08:00:00.000Z',
};
const parts = {
  sender: { name: 'Menuiserie Lefèvre', address: 'contact@lefevre.example' },
  idPart: 'abc.def',
  nowMs: Date.parse('2026-11-23T08:00:15Z'),
};
const none = async (): Promise<undefined> => undefined;

const compose = async (change: Partial<OutboxDraft> = {}, sender = parts.sender) => {
  const composed = await composeMessage({ ...draft, ...change }, { ...parts, sender }, none);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return { composed: composed.value, parsed: await simpleParser(Buffer.from(composed.value.bytes)) };
};

describe('headers', () => {
  test('what the recipient reads is what was meant, accents included', async () => {
    const { composed, parsed } = await compose();
    expect(parsed.from?.value).toEqual([{ name: 'Menuiserie Lefèvre', address: 'contact@lefevre.example' }]);
    expect(parsed.to).toMatchObject({ value: [{ name: draft.to.name, address: draft.to.address }] });
    expect(parsed.replyTo?.value).toMatchObject([{ address: 'contact@lefevre.example' }]);
    expect(parsed.subject).toBe(draft.subject);
    expect(parsed.date?.toISOString()).toBe('2026-11-23T08:00:15.000Z');
    expect(parsed.messageId).toBe('<abc.def@lefevre.example>');
    expect(composed).toMatchObject({
      messageId: '<abc.def@lefevre.example>',
      from: 'contact@lefevre.example',
      to: 'compta@client.example',
    });
  });

  test('nothing tells which program wrote it, and nobody else gets a copy', async () => {
    const { parsed } = await compose();
    expect([...parsed.headers.keys()].toSorted()).toEqual(
      ['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to'].toSorted(),
    );
  });

  test('without a sender the mail program of the user fills it in', async () => {
    const { parsed, composed } = await compose({}, { name: '', address: '' });
    expect(parsed.from).toBeUndefined();
    expect(composed).toMatchObject({ from: '', messageId: '<abc.def@client.example>' });
  });
});

describe('body', () => {
  test('text as written, and the same as HTML that loads nothing', async () => {
    const { parsed } = await compose();
    expect(parsed.text?.trim()).toBe(draft.text.trim());
    expect(parsed.html).toMatch(/<p[^>]*>Votre facture &lt;F-18&gt; &amp; son échéance…<br>\nMerci\.<\/p>/);
    expect(parsed.html).not.toMatch(/<img|<script|<link|src=|url\(/i);
  });

  test('plain HTML of the draft is taken as it is', async () => {
    const html =
      '<p style="margin: 0">Bonjour <strong>vous</strong>, <a href="https://a.example/x?y=1">ici</a></p>';
    const { parsed } = await compose({ html });
    expect(String(parsed.html).trim()).toBe(html);
    expect(isSafeHtml(messageHtml(draft.text))).toBe(true);
  });

  test.each([
    '<p>Bonjour</p><img src="https://pixel.example/1.gif">',
    '<p onclick="x()">Bonjour</p>',
    '<p style="background: url(https://pixel.example)">Bonjour</p>',
    '<script>1</script>',
    '<a href="javascript:alert(1)">ici</a>',
    '<iframe>',
    '<p>Bonjour</p><svg/onload=alert(1)>',
    '<style>@import "https://pixel.example"</style>',
  ])('HTML that could load or run something is replaced by the text: %s', async (html) => {
    const { parsed } = await compose({ html });
    expect(parsed.html).toContain('Votre facture &lt;F-18&gt;');
    expect(parsed.html).not.toMatch(/pixel|alert|iframe|script/);
  });

  test('line breaks of a word processor are line breaks', async () => {
    const { parsed } = await compose({ text: 'un\u000bdeux\r\ntrois' });
    expect(parsed.text?.trim()).toBe('un\ndeux\ntrois');
  });

  test('attachments keep name, type and bytes', async () => {
    const bytes = Buffer.from('%PDF-1.7 é\u0000\u0001');
    const composed = await composeMessage(
      {
        ...draft,
        attachments: [{ hash: 'a'.repeat(64), name: 'Facture été.pdf', mediaType: 'application/pdf' }],
      },
      parts,
      async () => bytes,
    );
    if (!composed.ok) throw new Error('not composed');
    const parsed = await simpleParser(Buffer.from(composed.value.bytes));
    expect(parsed.attachments).toMatchObject([
      { filename: 'Facture été.pdf', contentType: 'application/pdf', contentDisposition: 'attachment' },
    ]);
    expect(parsed.attachments[0]?.content.equals(bytes)).toBe(true);
  });

  test('an attachment that the store does not have is said, not left out', async () => {
    const attachments = [{ hash: 'a'.repeat(64), name: 'F-18.pdf', mediaType: 'application/pdf' }];
    expect(await composeMessage({ ...draft, attachments }, parts, none)).toMatchObject({
      ok: false,
      error: { kind: 'invalid-draft', explanation: expect.stringContaining('F-18.pdf') },
    });
  });
});
