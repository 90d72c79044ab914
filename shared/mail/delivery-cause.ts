import { foldText } from '../importing/fold-text.ts';
import type { Permanence } from './returned-mail-contract.ts';

/** Why a message was not delivered, as far as a server told. */
export type DeliveryCause =
  | 'unknown-address'
  | 'unknown-domain'
  | 'mailbox-disabled'
  | 'mailbox-full'
  | 'delayed'
  | 'try-later'
  | 'expired'
  | 'sender-refused'
  | 'message-refused'
  | 'too-big'
  | 'loop'
  | 'server'
  | 'undetermined';

export const permanenceOf: Readonly<Record<DeliveryCause, Permanence>> = {
  'unknown-address': 'permanent',
  'unknown-domain': 'permanent',
  'mailbox-disabled': 'permanent',
  'mailbox-full': 'temporary',
  delayed: 'temporary',
  'try-later': 'temporary',
  expired: 'temporary',
  'sender-refused': 'not-the-address',
  'message-refused': 'not-the-address',
  'too-big': 'not-the-address',
  loop: 'not-the-address',
  server: 'not-the-address',
  undetermined: 'permanent',
};

/** What the user reads. */
export const causeMeanings: Readonly<Record<DeliveryCause, string>> = {
  'unknown-address': 'L’adresse n’existe pas ou plus.',
  'unknown-domain': 'Le domaine de l’adresse n’existe pas ou ne reçoit pas d’e-mails.',
  'mailbox-disabled': 'La boîte est désactivée.',
  'mailbox-full': 'La boîte est pleine.',
  delayed: 'Pas encore remis\u202f: le serveur continue d’essayer.',
  'try-later': 'Refus passager\u00a0: réessayez plus tard.',
  expired: 'Le serveur du destinataire n’a pas répondu à temps\u00a0: envoi abandonné.',
  'sender-refused': 'Votre adresse d’expéditeur a été refusée\u00a0: l’adresse du client n’est pas en cause.',
  'message-refused': 'Le message a été refusé (contenu ou réputation)\u00a0: l’adresse peut être bonne.',
  'too-big': 'Le message est trop volumineux\u00a0: l’adresse peut être bonne.',
  loop: 'Le message tourne en boucle entre serveurs\u00a0: l’adresse peut être bonne.',
  server: 'Erreur technique du serveur\u00a0: l’adresse peut être bonne.',
  undetermined: 'Refus définitif, sans cause précise.',
};

/** Codes of Orange and La Poste at the end of their answers: « OFR_416 », « LPN007_416 ». */
const frenchProviderCauses: Readonly<Record<string, DeliveryCause>> = {
  '416': 'unknown-address',
  '417': 'mailbox-full',
  '418': 'mailbox-disabled',
  '505': 'try-later',
  '506': 'message-refused',
};

// All are matched against folded words: lower case, no accents, one space for anything but letters and digits.
const full =
  /mailbox (?:is )?(?:too )?full|quota|over storage|out of storage|insufficient (?:system )?storage|boite[a-z ]{0,30} pleine|messagerie pleine/;
const sender =
  /sender (?:address |domain )?(?:rejected|verify|verification|denied|invalid|unknown|not)|(?:expediteur|emetteur) (?:refuse|rejete|invalide|inconnu)|domain of sender/;
const domain =
  /host (?:or domain name )?(?:not found|unknown)|unknown host|domain [a-z0-9 ]{0,60}(?:not found|does not exist|unknown)|nxdomain|null mx|no mx|unroutable|unrouteable|domaine (?:inconnu|inexistant|introuvable)/;
const plainlyUnknown =
  /user unknown|unknown user|no such (?:user|recipient|mailbox|address|account|person)|destinataire inconnu|utilisateur inconnu/;
const unknown =
  /(?:user|recipient|mailbox|address|account|destinataire|utilisateur|adresse|boite)[\p{L}\p{N} ]{0,60} (?:unknown|not found|not exist|doesn t exist|no longer exists|invalide?|inconnue?|inexistante?|introuvable|n existe|unavailable|pas (?:pu etre |ete )?trouve)|unknown (?:recipient|mailbox|address|account)|no such|invalid (?:recipient|mailbox|address|user)|recipnotfound/u;
const rejectedRecipient = /recipient (?:address )?rejected/;
const disabled = /disabled|inactive|suspended|deactivated|desactive|suspendu|inactif/;
const expired = /expired|timed out|timeout|connection refused|too old|delai (?:est )?depasse/;
const tooBig =
  /too (?:large|big)|size (?:exceeds|limit)|exceeds? (?:the )?(?:maximum )?(?:message )?size|trop (?:volumineux|gros|grand)/;
const loop = /too many hops|loop|boucle/;
const refusedMessage =
  /spam|virus|malware|blacklist|blocklist|block list|blocked|policy|reputation|dmarc|\bspf\b|\bdkim\b|rejet|reject|refus|denied|not authori|unauthori|not permitted|content|contenu/;

const longestWords = 2000;

/**
 * The cause behind an enhanced status code (RFC 3463) and the words of the server. Words go before the
 * code where they are plain: servers give 5.5.0 or 5.2.1 to addresses that do not exist. What lies with the
 * message, the sender or the server never passes for a wrong address.
 */
export const deliveryCause = ({
  action,
  status,
  diagnostic = '',
}: {
  readonly action?: string | undefined;
  readonly status?: string | undefined;
  readonly diagnostic?: string | undefined;
}): DeliveryCause => {
  if (action === 'delayed') return 'delayed';
  const words = foldText(diagnostic.slice(0, longestWords));
  const [level, subject, detail] = status?.split('.') ?? [];
  const code = `${subject}.${detail}`;
  const reply = /(?:^| )([45]\d\d) /.exec(`${words} `)?.[1];
  const isTemporary = level === undefined ? reply?.startsWith('4') === true : level === '4';
  const provider = frenchProviderCauses[/(?:ofr|lpn)\d* (\d{3})/.exec(words)?.[1] ?? ''];

  if (code === '2.2' || full.test(words)) return 'mailbox-full';
  if (isTemporary) return code === '4.7' || expired.test(words) ? 'expired' : 'try-later';
  if (provider !== undefined) return provider;
  if (code === '1.7' || code === '1.8' || sender.test(words)) return 'sender-refused';
  if ((subject === '6' || subject === '7') && !plainlyUnknown.test(words)) return 'message-refused';
  if (code === '1.2' || code === '4.4' || code === '4.310' || domain.test(words)) return 'unknown-domain';
  if (plainlyUnknown.test(words) || unknown.test(words)) return 'unknown-address';
  if (code === '2.1') return 'mailbox-disabled';
  if (subject === '1') return 'unknown-address';
  // Exchange Online answers so where its directory does not know the recipient.
  if (code === '4.1' && rejectedRecipient.test(words)) return 'unknown-address';
  if (code === '3.4' || code === '2.3' || tooBig.test(words)) return 'too-big';
  if (code === '4.6' || code === '4.14' || loop.test(words)) return 'loop';
  if (code === '4.7' || (subject === '4' && (detail?.length ?? 0) === 3) || expired.test(words))
    return 'expired';
  if (disabled.test(words)) return 'mailbox-disabled';
  if (refusedMessage.test(words) || reply === '554') return 'message-refused';
  if (reply === '552') return 'mailbox-full';
  return subject === '3' || subject === '4' || subject === '5' ? 'server' : 'undetermined';
};
