import { unknownRecipient } from '../../shared/mail/unknown-recipient.ts';
import { quotable } from './header-text.ts';
import { isRefusal, type SmtpBreak } from './smtp-break.ts';

export interface ServerName {
  readonly host: string;
  readonly port: number;
}

interface Rule {
  readonly test: (broken: SmtpBreak, words: string) => boolean;
  readonly say: (server: ServerName) => string;
}

const inPhase =
  (...phases: readonly SmtpBreak['phase'][]) =>
  (broken: SmtpBreak): boolean =>
    phases.includes(broken.phase);

const code =
  (pattern: RegExp) =>
  (broken: SmtpBreak): boolean =>
    pattern.test(broken.code);

const settingsHint = 'dans Réglages › Messagerie';

/** Without a reply of the server: what the network or the encryption said. First rule that fits wins. */
const connectionRules: readonly Rule[] = [
  {
    test: inPhase('dns'),
    say: ({ host }) =>
      `Le serveur d’envoi «\u00a0${host}\u00a0» est introuvable. Vérifiez que ce PC est connecté à Internet, puis le nom du serveur ${settingsHint}.`,
  },
  {
    test: code(/^ECONNREFUSED$/),
    say: ({ host, port }) =>
      `«\u00a0${host}\u00a0» refuse la connexion sur le port ${port}. Vérifiez le port ${settingsHint}\u00a0: 465 (TLS) ou 587 (STARTTLS) le plus souvent.`,
  },
  {
    test: code(/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN)$/),
    say: () => 'Le réseau est coupé\u00a0: vérifiez que ce PC est connecté à Internet.',
  },
  {
    test: code(/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/),
    say: ({ host }) =>
      `Le certificat de «\u00a0${host}\u00a0» n’est pas valable à la date de ce PC. Vérifiez la date et l’heure du PC\u202f; si elles sont justes, prévenez votre fournisseur de messagerie.`,
  },
  {
    test: code(/ALTNAME_INVALID/),
    say: ({ host }) =>
      `Le certificat présenté n’est pas celui de «\u00a0${host}\u00a0». Vérifiez le nom du serveur ${settingsHint}\u202f; votre mot de passe n’a pas été envoyé.`,
  },
  {
    test: code(/SELF_SIGNED|UNABLE_TO_|ISSUER|CERT_/),
    say: ({ host }) =>
      `Le certificat de «\u00a0${host}\u00a0» n’est pas reconnu\u00a0: rien n’a été envoyé, pas même votre mot de passe. Si un antivirus filtre vos e-mails, désactivez ce filtrage pour Acquit\u202f; sinon, demandez à votre fournisseur le bon nom de serveur.`,
  },
  {
    test: code(/WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|PACKET_LENGTH/),
    say: ({ port }) =>
      `Le serveur n’emploie pas sur le port ${port} le chiffrement demandé. Choisissez TLS avec le port 465, ou STARTTLS avec le port 587.`,
  },
  {
    test: inPhase('tls'),
    say: ({ host }) =>
      `La connexion à «\u00a0${host}\u00a0» n’a pas pu être chiffrée\u00a0: rien n’a été envoyé, pas même votre mot de passe. Vérifiez le port et le chiffrement ${settingsHint}.`,
  },
  {
    test: (broken) => broken.phase === 'connect' && broken.code === 'ETIMEDOUT',
    say: ({ host, port }) =>
      `«\u00a0${host}\u00a0» ne répond pas sur le port ${port}. Votre réseau ou un pare-feu bloque peut-être ce port.`,
  },
  {
    test: (broken) => broken.phase === 'greeting' && broken.code === 'ETIMEDOUT',
    say: ({ port }) =>
      `Le serveur accepte la connexion mais ne dit rien. Sur le port 465, choisissez TLS et non STARTTLS (port actuel\u00a0: ${port}).`,
  },
  {
    test: inPhase('content', 'final-reply'),
    say: () =>
      'La connexion s’est interrompue après l’envoi du texte, avant la réponse du serveur\u00a0: le message est peut-être parti. Il ne sera pas renvoyé de lui-même. Vérifiez dans vos messages envoyés ou auprès du client.',
  },
  {
    test: code(/^ETIMEDOUT$/),
    say: ({ host }) =>
      `«\u00a0${host}\u00a0» a cessé de répondre avant d’avoir reçu le message\u00a0: rien n’est parti.`,
  },
  {
    test: (broken) => broken.code === 'EMESSAGE',
    say: () =>
      'Le message avec ses pièces jointes est plus gros que ce que votre serveur accepte. Retirez une pièce jointe.',
  },
  {
    test: () => true,
    say: ({ host }) =>
      `«\u00a0${host}\u00a0» a coupé la connexion avant d’avoir reçu le message\u00a0: rien n’est parti.`,
  },
];

const words = (pattern: RegExp) => (_broken: SmtpBreak, said: string) => pattern.test(said);

/** With a refusal of the server: its code and words decide. First rule that fits wins. */
const refusalRules: readonly Rule[] = [
  {
    test: words(/5\.7\.139|5\.7\.30|basic auth\w* is disabled|SmtpClientAuthentication is disabled/i),
    say: () =>
      'Microsoft n’accepte plus de mot de passe pour envoyer par un programme. Choisissez «\u00a0Ouvrir les relances dans ma messagerie\u00a0» dans Réglages › Messagerie\u00a0: Acquit prépare les messages, vous les envoyez depuis Outlook.',
  },
  {
    test: words(/application-specific password|app(lication)? password|5\.7\.9/i),
    say: () =>
      'Votre fournisseur demande un mot de passe d’application à la place du mot de passe habituel. Créez-le dans votre compte, rubrique Sécurité, puis saisissez-le dans Réglages › Messagerie.',
  },
  {
    test: (broken) => broken.phase === 'auth' && (broken.reply?.code ?? 0) < 500,
    say: () => 'Le serveur ne peut pas vérifier votre mot de passe pour le moment.',
  },
  {
    test: inPhase('auth'),
    say: () => `Le serveur refuse l’identifiant ou le mot de passe. Saisissez-les à nouveau ${settingsHint}.`,
  },
  {
    test: (broken) => broken.phase === 'tls',
    say: ({ host }) =>
      `«\u00a0${host}\u00a0» refuse de chiffrer la connexion\u00a0: rien n’a été envoyé, pas même votre mot de passe. Essayez TLS avec le port 465.`,
  },
  {
    test: (broken, said) =>
      broken.reply?.code === 530 || /authentication required|must authenticate/i.test(said),
    say: () => `Le serveur demande un identifiant et un mot de passe. Saisissez-les ${settingsHint}.`,
  },
  {
    test: words(/grey-?list|try again later|4\.7\.1\b.*(delay|later)/i),
    say: () => 'Le serveur demande de réessayer plus tard.',
  },
  {
    test: (broken, said) =>
      /too many|rate limit|quota of|limit exceeded|4\.7\.28|5\.4\.5|daily/i.test(said) &&
      broken.phase !== 'rcpt',
    say: () => 'Le serveur trouve que trop de messages partent en peu de temps.',
  },
  {
    test: words(/[45]\.2\.2|mailbox (is )?full|over ?quota|quota exceeded|boîte .*pleine/i),
    say: () => 'La boîte du destinataire est pleine.',
  },
  {
    test: words(/5\.3\.4|5\.2\.3|message (size|too)|too large|exceeds/i),
    say: () => 'Le message avec ses pièces jointes est trop gros. Retirez une pièce jointe.',
  },
  {
    test: words(/relay|5\.7\.1\b.*(not permitted|denied)/i),
    say: () =>
      'Le serveur n’accepte pas d’envoyer vers cette adresse depuis votre compte. Vérifiez l’identifiant et l’adresse d’expéditeur dans Réglages › Messagerie.',
  },
  {
    test: (broken, said) =>
      broken.phase === 'rcpt' &&
      /5\.1\.[1-3]|unknown|no such|not exist|invalid|unavailable|inconnu/i.test(said),
    say: () => unknownRecipient,
  },
  {
    test: (broken) => broken.phase === 'rcpt' && (broken.reply?.code ?? 0) >= 500,
    say: () => 'Le serveur refuse ce destinataire. Vérifiez l’adresse dans la fiche du client.',
  },
  {
    test: (broken) => broken.phase === 'mail' && (broken.reply?.code ?? 0) >= 500,
    say: () =>
      'Le serveur refuse votre adresse d’expéditeur\u00a0: elle doit être celle du compte. Vérifiez-la dans Réglages › Messagerie.',
  },
  {
    test: words(/spam|5\.7\.1\b|blocked|blacklist|block ?list|reputation|policy/i),
    say: () =>
      'Le serveur prend le message pour un indésirable. Reprenez le texte ou prévenez votre fournisseur de messagerie.',
  },
  {
    test: (broken) => (broken.reply?.code ?? 0) >= 500,
    say: () => 'Le serveur refuse le message\u00a0: il n’est pas parti.',
  },
  {
    test: () => true,
    say: () => 'Le serveur ne peut pas prendre le message pour le moment\u00a0: il n’est pas parti.',
  },
];

/**
 * What happened and what to do, in French, with the server's own words quoted at the end where it gave
 * any. Never a stack, a password or a message.
 */
export const explainFailure = (broken: SmtpBreak, server: ServerName): string => {
  const said = broken.reply === undefined ? '' : quotable(broken.reply.text);
  const rules = isRefusal(broken) ? refusalRules : connectionRules;
  const rule = rules.find((candidate) => candidate.test(broken, said));
  const sentence = rule === undefined ? '' : rule.say(server);
  return said === '' ? sentence : `${sentence} Réponse du serveur\u00a0: «\u00a0${said}\u00a0»`;
};
