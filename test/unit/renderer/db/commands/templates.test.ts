import { describe, expect, it } from 'vitest';
import {
  restoreTemplate,
  resumeTemplateVersion,
  saveTemplate,
} from '../../../../../renderer/db/commands/templates.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { allTemplates, templateById } from '../../../../../shared/reminders/template-choice.ts';
import { formerVersions, versionsKept } from '../../../../../shared/reminders/template-versions.ts';
import { aLedger, noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const id = 'template-friendly';
const text = (body: string) => ({ id, name: 'Rappel amical', subject: 'Facture {{ numero }}', body });

const saved = (ledger: Ledger, body: string, on = '2026-11-23'): Ledger =>
  applied(ledger, decided(saveTemplate, ledger, text(body), on));

const bodies = (ledger: Ledger): readonly string[] =>
  formerVersions(ledger, id).map(({ template }) => template.body);

describe('versions of a template', () => {
  it('keep what each save replaced, newest first, but not the original', () => {
    const one = saved(aLedger(), 'un', '2026-11-20');
    expect(bodies(one)).toEqual([]);
    const three = saved(saved(one, 'deux', '2026-11-21'), 'trois', '2026-11-22');
    expect(bodies(three)).toEqual(['deux', 'un']);
    expect(formerVersions(three, id).map(({ template }) => template.updatedAt.slice(0, 10))).toEqual([
      '2026-11-21',
      '2026-11-20',
    ]);
    expect(templateById(three, id)?.body).toBe('trois');
  });

  it('are no templates of their own', () => {
    const ledger = saved(saved(aLedger(), 'un'), 'deux');
    expect(allTemplates(ledger).map((template) => template.id)).toEqual(
      allTemplates(aLedger()).map((template) => template.id),
    );
  });

  it('come back, and what they replace joins them', () => {
    const ledger = saved(saved(aLedger(), 'un', '2026-11-20'), 'deux');
    const decision = decided(resumeTemplateVersion, ledger, { id, version: 1 });
    expect(decision).toMatchObject({
      label: 'Modèle «\u00A0Rappel amical\u00A0»\u00A0: version du 20/11/2026 reprise',
      undo: 'allowed',
    });
    const resumed = applied(ledger, decision);
    expect(templateById(resumed, id)?.body).toBe('un');
    expect(bodies(resumed)).toEqual(['deux', 'un']);
  });

  it('outlive « Restaurer l’original »', () => {
    const ledger = saved(aLedger(), 'un');
    const restored = applied(ledger, decided(restoreTemplate, ledger, { id }));
    expect(restored.templates.has(id)).toBe(false);
    expect(bodies(restored)).toEqual(['un']);
    expect(templateById(restored, id)?.body).toContain('{{ factures_liste }}');
    const again = saved(restored, 'deux');
    expect(bodies(saved(again, 'trois'))).toEqual(['deux', 'un']);
  });

  it('are bounded: the oldest goes', () => {
    let ledger = aLedger();
    for (let count = 1; count <= versionsKept + 5; count += 1) ledger = saved(ledger, `texte ${count}`);
    const versions = formerVersions(ledger, id);
    expect(versions).toHaveLength(versionsKept);
    expect(versions[0]?.template.body).toBe(`texte ${versionsKept + 4}`);
    expect(versions.at(-1)?.template.body).toBe('texte 5');
  });

  it('belong to one template each', () => {
    const ledger = saved(saved(aLedger(), 'un'), 'deux');
    expect(formerVersions(ledger, 'template-firm')).toEqual([]);
    expect(formerVersions(ledger, `${id}-en`)).toEqual([]);
  });
});

describe('what changes nothing is refused', () => {
  it('the same text, the original restored, a version that is gone', () => {
    const original = templateById(aLedger(), id);
    if (original === undefined) throw new Error('no original');
    expect(refused(saveTemplate, aLedger(), original).kind).toBe('same-text');
    expect(refused(restoreTemplate, aLedger(), { id }).kind).toBe('is-original');
    expect(refused(resumeTemplateVersion, aLedger(), { id, version: 1 }).kind).toBe('no-version');
    const ledger = saved(saved(saved(aLedger(), 'un'), 'deux'), 'un');
    expect(refused(resumeTemplateVersion, ledger, { id, version: 1 }).kind).toBe('same-text');
  });

  it('a text of the user’s own has no original', () => {
    const ledger = aLedger({
      templates: [{ ...text('x'), id: 'mine', updatedAt: noonOf('2026-11-20') }],
    });
    expect(refused(restoreTemplate, ledger, { id: 'mine' }).kind).toBe('is-original');
  });
});
