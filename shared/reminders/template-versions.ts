import type { Ledger } from '../ledger/ledger.ts';
import type { MessageTemplate } from './template.ts';

/** Former texts of one template that are kept; the oldest goes first. */
export const versionsKept = 30;

const shape = /^(?<templateId>.+)@(?<number>[1-9]\d{0,8})$/u;

/** True for a row that only keeps what a template said before. */
export const isFormerVersion = (id: string): boolean => shape.test(id);

/** A text that a template had before. */
export interface TemplateVersion {
  /** 1 is the oldest. */
  readonly number: number;
  /** `updatedAt` = when it was saved, not when it was replaced. */
  readonly template: MessageTemplate;
}

/** Former texts of a template, newest first. */
export const formerVersions = (ledger: Ledger, templateId: string): readonly TemplateVersion[] => {
  const versions: TemplateVersion[] = [];
  for (const template of ledger.templates.values()) {
    const groups = shape.exec(template.id)?.groups;
    if (groups?.templateId === templateId) versions.push({ number: Number(groups.number), template });
  }
  return versions.sort((a, b) => b.number - a.number);
};

/** The row that keeps what a template says now, before it is replaced. */
export const asFormerVersion = (
  template: MessageTemplate,
  versions: readonly TemplateVersion[],
): MessageTemplate => ({ ...template, id: `${template.id}@${(versions[0]?.number ?? 0) + 1}` });

/** Two texts read the same. */
export const isSameText = (
  a: Pick<MessageTemplate, 'subject' | 'body'>,
  b: Pick<MessageTemplate, 'subject' | 'body'>,
): boolean => a.subject === b.subject && a.body === b.body;
