/** What became of the wish to take back `wanted` e-mails (1 or more), `recalled` of which had not left. French. */
export const takenBackText = (wanted: number, recalled: number): string => {
  if (recalled === wanted)
    return recalled > 1
      ? `${recalled} e-mails retirés\u00A0: ils sont de nouveau à valider.`
      : 'E-mail retiré\u00A0: il est de nouveau à valider.';
  if (recalled === 0)
    return wanted > 1
      ? 'Trop tard\u00A0: ces e-mails étaient déjà partis.'
      : 'Trop tard\u00A0: cet e-mail était déjà parti.';
  return recalled > 1
    ? `${recalled} e-mails sur ${wanted} retirés\u202F; les autres étaient déjà partis.`
    : `1 e-mail sur ${wanted} retiré\u202F; les autres étaient déjà partis.`;
};
