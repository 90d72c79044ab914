import type { KeyboardEvent } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldSearch } from '../../../../../renderer/ui/data-grid/fold-search.ts';
import type { GridColumn } from '../../../../../renderer/ui/data-grid/grid-column.ts';
import { type GridKeyActions, handleGridKey } from '../../../../../renderer/ui/data-grid/grid-keys.ts';
import { cellText, isFound, tabSeparated } from '../../../../../renderer/ui/data-grid/grid-text.ts';

interface Row {
  readonly name: string;
  readonly dueOn: string | undefined;
  readonly cents: number;
}

const columns: readonly GridColumn<Row>[] = [
  { id: 'name', header: 'Client', kind: 'text', value: (row) => row.name },
  { id: 'due', header: 'Échéance', kind: 'day', value: (row) => row.dueOn },
  { id: 'total', header: 'Total', kind: 'amount', value: (row) => row.cents },
];

describe('rows copied for a spreadsheet', () => {
  it('have French days and amounts without grouping, and one cell a value', () => {
    const rows = [
      { name: 'Bois\tet\nTeintes', dueOn: '2026-11-03', cents: 123_456_789 },
      { name: 'Avoir', dueOn: undefined, cents: -5 },
    ];
    expect(tabSeparated(columns, rows)).toBe(
      'Client\tÉchéance\tTotal\r\nBois et Teintes\t03/11/2026\t1234567,89\r\nAvoir\t\t-0,05',
    );
  });

  it('leave an unknown value empty', () => {
    expect(cellText('amount', undefined)).toBe('');
    expect(cellText('day', '')).toBe('');
    expect(cellText('number', 12)).toBe('12');
  });
});

describe('searching in a grid', () => {
  it('finds a number as it is shown and as it is compared', () => {
    const column: GridColumn<string> = {
      id: 'number',
      header: 'Numéro',
      kind: 'text',
      value: (typed) => typed,
      searched: (typed) => typed.replaceAll(' ', ''),
    };
    const found = (wanted: string): boolean => isFound(column, '1A 208 417', wanted);
    expect(['208 4', '1a2084', '2085'].map(found)).toEqual([true, true, false]);
  });

  it('minds neither accents nor case nor unbreakable spaces', () => {
    expect(foldSearch('Été Œuvre')).toBe(foldSearch('ETE œuvre'));
    expect(foldSearch('1\u202f234,00\u00a0€')).toBe('1 234,00 €');
  });
});

describe('the keys of a grid', () => {
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}, active = 3) => {
    const calls: string[] = [];
    let prevented = false;
    const actions: GridKeyActions = {
      count: 10,
      active,
      pageRows: 5,
      activate: (index) => calls.push(`activate ${index}`),
      open: (index) => calls.push(`open ${index}`),
      toggle: (index, expanded) => calls.push(`toggle ${index} ${expanded}`),
      select: (index) => calls.push(`select ${index}`),
      copy: () => calls.push('copy'),
      focusFilter: () => calls.push('filter'),
      other: (event, index) => {
        calls.push(`other ${event.key} ${index}`);
        return event.key === 'p';
      },
    };
    const event = {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      preventDefault: () => {
        prevented = true;
      },
      ...modifiers,
    };
    handleGridKey(event as KeyboardEvent, actions);
    return { calls, prevented };
  };

  let selectedText = '';
  beforeEach(() => {
    selectedText = '';
    vi.stubGlobal('window', { getSelection: () => ({ toString: () => selectedText }) });
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['ArrowDown', 'activate 4'],
    ['j', 'activate 4'],
    ['ArrowUp', 'activate 2'],
    ['k', 'activate 2'],
    ['Home', 'activate 0'],
    ['End', 'activate 9'],
    ['PageDown', 'activate 8'],
    ['PageUp', 'activate 0'],
    ['Enter', 'open 3'],
    ['ArrowRight', 'toggle 3 true'],
    ['ArrowLeft', 'toggle 3 false'],
    [' ', 'select 3'],
    ['/', 'filter'],
    ['p', 'other p 3'],
  ])('%s does its own', (key, call) => {
    expect(press(key)).toEqual({ calls: [call], prevented: true });
  });

  it('never leave the rows there are', () => {
    expect(press('ArrowDown', {}, 9).calls).toEqual(['activate 9']);
    expect(press('ArrowUp', {}, 0).calls).toEqual(['activate 0']);
  });

  it('leave unknown keys and those with Ctrl to the page', () => {
    expect(press('x').prevented).toBe(false);
    expect(press('p', { ctrlKey: true })).toEqual({ calls: [], prevented: false });
  });

  it('copy rows with Ctrl+C, unless a text is selected', () => {
    expect(press('c', { ctrlKey: true })).toEqual({ calls: ['copy'], prevented: true });
    selectedText = 'F-102';
    expect(press('c', { ctrlKey: true })).toEqual({ calls: [], prevented: false });
  });
});
