import { createRequire } from 'node:module';

type Style = Readonly<Record<string, unknown>>;
interface StyleStack {
  readonly styleDictionary: Readonly<Record<string, unknown>>;
  readonly defaultStyle: Style | undefined;
  styleOverrides: (string | Style)[];
}
type GetProperty = (this: StyleStack, property: string) => unknown;
type GetStyleProperty = (
  item: Style,
  stack: StyleStack | undefined,
  property: string,
  otherwise: unknown,
) => unknown;
interface StyleStackClass {
  getStyleProperty: GetStyleProperty;
  readonly prototype: {
    getProperty: GetProperty;
    push: (this: StyleStack, override: string | Style) => void;
    pop: (this: StyleStack, count?: number) => void;
  };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

let isQuick = false;

/**
 * Has pdfmake remember what it found in its stack of styles until the stack changes: it asks for two dozen
 * properties of every word, and words of one text have the same. A fifth of the time a letter takes.
 */
export const quickenStyles = (): void => {
  if (isQuick) return;
  isQuick = true;
  // As pdfmake itself asks for it: an import may give another copy of the module.
  const { default: stackClass } = createRequire(import.meta.url)('pdfmake/js/StyleContextStack.js') as {
    readonly default: StyleStackClass;
  };
  const { prototype } = stackClass;
  const { getStyleProperty } = stackClass;
  const { getProperty, push, pop } = prototype;
  const known = new WeakMap<StyleStack, Map<string, unknown>>();
  prototype.push = function (override) {
    known.get(this)?.clear();
    push.call(this, override);
  };
  prototype.pop = function (count) {
    known.get(this)?.clear();
    pop.call(this, count);
  };
  prototype.getProperty = function (property) {
    let found = known.get(this);
    if (!found) {
      found = new Map();
      known.set(this, found);
    }
    if (found.has(property)) return found.get(property);
    const value = getProperty.call(this, property);
    found.set(property, value);
    return value;
  };
  stackClass.getStyleProperty = (item, stack, property, otherwise) => {
    // What names a style or a section changes the stack while it is asked.
    if (!stack || typeof item !== 'object' || item.style || item.section !== undefined)
      return getStyleProperty(item, stack, property, otherwise);
    const own = item[property];
    if (isGiven(own)) return own;
    const value = prototype.getProperty.call(stack, property);
    return isGiven(value) ? value : otherwise;
  };
};
