import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import examples from '../fixtures/worked-examples.json' with { type: 'json' };

const specification = new URL('../../../shared/spec/vectors.json', import.meta.url);

it('the worked examples are those of the specification, where it lies beside', () => {
  const given: Record<string, unknown> = existsSync(specification)
    ? JSON.parse(readFileSync(specification, 'utf8'))
    : examples;
  const { source, ...carried } = examples;
  expect(source).toContain('section 9');
  for (const [name, example] of Object.entries(carried)) expect(example, name).toEqual(given[name]);
});
