import { expect, test } from 'vitest';
import { explainFailure } from '../../../../electron/mail/explain-failure.ts';
import type { SmtpBreak } from '../../../../electron/mail/smtp-break.ts';

const server = { host: 'smtp.example.fr', port: 465 };
const said = (phase: SmtpBreak['phase'], text: string): SmtpBreak => ({
  phase,
  code: 'EENVELOPE',
  reply: { code: Number(text.slice(0, 3)), text },
});

test.each<[string, SmtpBreak, RegExp]>([
  ['unknown host', { phase: 'dns', code: 'ENOTFOUND' }, /introuvable/],
  ['closed port', { phase: 'connect', code: 'ECONNREFUSED' }, /port 465/],
  ['no network', { phase: 'connect', code: 'ENETUNREACH' }, /réseau est coupé/],
  ['filtered port', { phase: 'connect', code: 'ETIMEDOUT' }, /pare-feu/],
  ['silent greeting', { phase: 'greeting', code: 'ETIMEDOUT' }, /ne dit rien/],
  ['expired certificate', { phase: 'tls', code: 'CERT_HAS_EXPIRED' }, /date et l’heure du PC/],
  ['self-signed certificate', { phase: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /n’est pas reconnu/],
  ['antivirus', { phase: 'tls', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, /antivirus/],
  ['other host’s certificate', { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /n’est pas celui de/],
  ['clear port', { phase: 'tls', code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, /STARTTLS avec le port 587/],
  ['no STARTTLS', said('tls', '502 command not implemented'), /refuse de chiffrer/],
  ['hang-up at login', { phase: 'auth', code: 'ECONNECTION' }, /coupé la connexion/],
  ['wrong password', said('auth', '535 5.7.8 Authentication failed'), /identifiant ou le mot de passe/],
  ['login put off', said('auth', '454 4.7.0 Temporary authentication failure'), /pour le moment/],
  [
    'Microsoft',
    said('auth', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'),
    /Microsoft n’accepte plus/,
  ],
  [
    'Microsoft tenant',
    said('auth', '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.'),
    /Microsoft n’accepte plus/,
  ],
  [
    'Gmail',
    said('auth', '534 5.7.9 Application-specific password required. For more information, go to…'),
    /mot de passe d’application/,
  ],
  ['no login', said('mail', '530 5.7.0 Authentication required'), /demande un identifiant/],
  [
    'sender not one’s own',
    said('mail', '553 5.7.1 Sender address rejected: not owned by user'),
    /adresse d’expéditeur/,
  ],
  ['unknown recipient', said('rcpt', '550 5.1.1 User unknown'), /n’existe pas/],
  ['recipient refused', said('rcpt', '554 refused'), /refuse ce destinataire/],
  ['mailbox full', said('rcpt', '552 5.2.2 Over quota'), /boîte du destinataire est pleine/],
  ['mailbox full for now', said('rcpt', '452 4.2.2 Mailbox full'), /boîte du destinataire est pleine/],
  ['greylisting', said('rcpt', '450 4.2.0 Greylisted, try again later'), /réessayer plus tard/],
  ['relay', said('rcpt', '554 5.7.1 Relay access denied'), /depuis votre compte/],
  ['too many', said('mail', '421 4.7.0 Too many messages'), /trop de messages/],
  ['too big before', { phase: 'mail', code: 'EMESSAGE' }, /plus gros/],
  ['too big after', said('final-reply', '552 5.3.4 Message too large'), /trop gros/],
  ['spam', said('final-reply', '554 5.7.1 Message rejected as spam'), /indésirable/],
  ['for good', said('final-reply', '550 no'), /il n’est pas parti/],
  ['for now', said('final-reply', '451 local error'), /pour le moment/],
  ['lost in the content', { phase: 'content', code: 'ECONNECTION' }, /peut-être parti/],
  ['lost before the reply', { phase: 'final-reply', code: 'ETIMEDOUT' }, /peut-être parti/],
])('%s', (_name, broken, expected) => {
  const text = explainFailure(broken, server);
  expect(text).toMatch(expected);
  if (broken.reply) expect(text).toContain(`Réponse du serveur\u00a0: «\u00a0${broken.reply.text}\u00a0»`);
  expect(text).not.toMatch(/ [;!?:»]/);
});

test('what a server says is cut and cleaned before it reaches the screen', () => {
  const text = explainFailure(said('final-reply', `550 a\r\nb\u202e${'x'.repeat(1000)}`), server);
  expect(text).toContain('550 a b x');
  expect(text.length).toBeLessThan(500);
});
