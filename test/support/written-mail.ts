/** A message of RFC 5322 with these fields. */
export const aMail = (fields: Readonly<Record<string, string>>, body = ''): string =>
  [...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '', body].join('\n');

/** A report of RFC 3464 in three parts: words, facts, and the header of what was sent. */
export const aDeliveryReport = ({
  facts,
  words = 'Your message could not be delivered.',
  sent = 'Message-ID: <sent-1@atelier.example>\nTo: compta@c1.example.fr',
  fields = {},
}: {
  /** Groups of fields, each for a recipient. */
  readonly facts: readonly string[];
  readonly words?: string;
  readonly sent?: string;
  readonly fields?: Readonly<Record<string, string>>;
}): string =>
  aMail(
    {
      'Return-Path': '<>',
      From: 'MAILER-DAEMON@mx.example.fr (Mail Delivery System)',
      To: 'facturation@atelier.example',
      Subject: 'Undelivered Mail Returned to Sender',
      Date: 'Fri, 20 Nov 2026 09:15:00 +0100',
      'Message-ID': '<bounce-1@mx.example.fr>',
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="edge"',
      ...fields,
    },
    [
      '--edge',
      'Content-Type: text/plain; charset=utf-8',
      '',
      words,
      '--edge',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.fr',
      '',
      facts.join('\n\n'),
      '',
      '--edge',
      'Content-Type: text/rfc822-headers',
      '',
      sent,
      '--edge--',
      '',
    ].join('\n'),
  );

/** The facts of one recipient. */
export const failedFor = (
  address: string,
  { status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 User unknown', action = 'failed' } = {},
): string =>
  [
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
  ].join('\n');
