/** Letters and digits alone, upper case. */
const bare = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase();

const frenchIban = /^FR\d\d([0-9A-Z]{23})$/;

/**
 * Whether two files mean the same account: equal once spaces are gone, or one gives the French IBAN and the
 * other the bank, branch and account number in it (CFONB 120 and OFX have no IBAN), with or without key.
 */
export const isSameAccount = (a: string, b: string): boolean => {
  const [left, right] = [bare(a), bare(b)];
  if (left === '' || right === '') return false;
  if (left === right) return true;
  const rib = frenchIban.exec(left)?.[1] ?? frenchIban.exec(right)?.[1];
  if (rib === undefined) return false;
  const other = frenchIban.test(left) ? right : left;
  // 5 bank, 5 branch, 11 account, 2 key.
  return other === rib || other === rib.slice(0, 21) || other === rib.slice(10, 21);
};
