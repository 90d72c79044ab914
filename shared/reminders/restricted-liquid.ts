import { Liquid, type Template } from 'liquidjs';

/** No loop, no assignment, no file: a template can do nothing but choose between texts. */
const allowedTags: ReadonlySet<string> = new Set(['if', 'unless', 'comment']);
const allowedFilters: ReadonlySet<string> = new Set(['upcase', 'downcase', 'capitalize']);

const keepOnly = (registry: Record<string, unknown>, allowed: ReadonlySet<string>): void => {
  for (const name of Object.keys(registry)) if (!allowed.has(name)) delete registry[name];
};

/** More objects than any honest message makes; a range like `(1..1000000)` goes beyond it. */
const memoryLimit = 100_000;

const createEngine = (): Liquid => {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // A field may be asked about without having a value; printing one without a value stays an error.
    lenientIf: true,
    // An empty map in place of the file system.
    templates: {},
    parseLimit: 50_000,
    memoryLimit,
  });
  keepOnly(engine.tags, allowedTags);
  keepOnly(engine.filters, allowedFilters);
  return engine;
};

let shared: Liquid | undefined;

/** The one engine; made at first use, since most windows never render a template. */
export const restrictedLiquid = (): Liquid => {
  shared ??= createEngine();
  return shared;
};

/** Every name that a template reads, as written: `client`, or `client.constructor` for a path. */
export const namesRead = (template: readonly Template[]): readonly string[] =>
  restrictedLiquid()
    .variableSegmentsSync([...template], { partials: false })
    .map((segments) =>
      segments.map((segment) => (Array.isArray(segment) ? '[…]' : String(segment))).join('.'),
    );
