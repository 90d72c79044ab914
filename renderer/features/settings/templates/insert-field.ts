/** A text with `{{ field }}` put in place of what is selected, and where the caret stands afterwards. */
export const insertField = (
  text: string,
  name: string,
  selection: { readonly start: number; readonly end: number },
): { readonly text: string; readonly caret: number } => {
  const start = Math.min(Math.max(0, selection.start), text.length);
  const end = Math.min(Math.max(start, selection.end), text.length);
  const field = `{{ ${name} }}`;
  return { text: text.slice(0, start) + field + text.slice(end), caret: start + field.length };
};
