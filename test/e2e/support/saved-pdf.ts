import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';

const printed = (program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
};

/** The words of a PDF once it is on disk and qpdf finds nothing wrong with it; every kind of space is a space. */
export const savedPdfText = async (path: string): Promise<string> => {
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect.poll(() => spawnSync('qpdf', ['--check', path]).status).toBe(0);
  return printed('pdftotext', '-layout', path, '-').replaceAll(/[\s\u00a0\u202f]+/gu, ' ');
};
