import { fail, ok, type Result } from '../result.ts';

/** Why a text is not one plain address; `several` and `control-character` are what an attack looks like. */
export type EmailAddressError = {
  readonly kind: 'empty' | 'control-character' | 'several' | 'not-an-address' | 'too-long' | 'not-ascii';
  readonly text: string;
};

/** RFC 5321 4.5.3.1: 64 for the local part, 254 for the whole path without its brackets. */
const longestLocalPart = 64;
const longestAddress = 254;

/** Dot-atom of RFC 5322; quoted local parts exist on paper only and open the door to injection. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Exactly one plain address, with its domain in lower case: no display name, no list, no comment, no line
 * end anywhere (as text, `a@x>\r\nRCPT TO:<c@evil` reached c@evil). Spaces around it are dropped. Accented
 * addresses are refused: few French mail servers take them, and look-alike letters deceive.
 */
export const normaliseEmailAddress = (text: string): Result<string, EmailAddressError> => {
  if (/\p{Cc}|[\u2028\u2029]/u.test(text)) return fail({ kind: 'control-character', text });
  const address = text.trim();
  if (address === '') return fail({ kind: 'empty', text });
  if (/[,;]/.test(address) || address.split('@').length > 2) return fail({ kind: 'several', text });
  if (/[^\u0020-\u007e]/u.test(address)) return fail({ kind: 'not-ascii', text });
  if (address.length > longestAddress) return fail({ kind: 'too-long', text });
  const at = address.indexOf('@');
  const [local, host] = [address.slice(0, Math.max(0, at)), address.slice(at + 1).toLowerCase()];
  if (local.length > longestLocalPart) return fail({ kind: 'too-long', text });
  return localPart.test(local) && domain.test(host)
    ? ok(`${local}@${host}`)
    : fail({ kind: 'not-an-address', text });
};

const domainInAnyCase = new RegExp(domain.source, 'i');

/**
 * True for exactly one plain address with nothing around it: what {@link normaliseEmailAddress} takes and
 * leaves as it is but for its case. Planning asks for every client.
 */
export const isEmailAddress = (text: string): boolean => {
  const at = text.indexOf('@');
  return (
    at > 0 &&
    at <= longestLocalPart &&
    text.length <= longestAddress &&
    localPart.test(text.slice(0, at)) &&
    domainInAnyCase.test(text.slice(at + 1))
  );
};
