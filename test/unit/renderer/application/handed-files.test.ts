import { expect, test } from 'vitest';
import { chosenBytes } from '../../../../renderer/application/chosen-file.ts';
import { createHandedFiles } from '../../../../renderer/application/handed-files.ts';

const file = (name: string) => chosenBytes(name, new Uint8Array(1));

test('files handed over are taken once, in their order', () => {
  const handed = createHandedFiles();
  handed.hand([file('a')]);
  handed.hand([file('b')]);
  expect(handed.take().map(({ name }) => name)).toEqual(['a', 'b']);
  expect(handed.take()).toEqual([]);
});

test('a screen that stands open is told, until it is closed', () => {
  const handed = createHandedFiles();
  const taken: string[] = [];
  const close = handed.onHanded(() => taken.push(...handed.take().map(({ name }) => name)));
  handed.hand([file('a'), file('b')]);
  close();
  handed.hand([file('c')]);
  expect(taken).toEqual(['a', 'b']);
  expect(handed.take().map(({ name }) => name)).toEqual(['c']);
});
