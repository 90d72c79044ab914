/** SHA-256 of a file, hexadecimal. Digested from a copy of its own: readers may look at the same bytes meanwhile. */
export const fileHashOf = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
