import type { Liquid } from 'liquidjs';
import { date, money, quantity, SETTING, type Setting } from './filters';

/** A template is a page of a mail, not a program: what asks for more than this is refused. */
const LIMITS = { parseLimit: 100_000, renderLimit: 1_000, memoryLimit: 5_000_000 };

async function makeEngine(escape: boolean): Promise<Liquid> {
  const { Liquid: Engine } = await import('liquidjs');
  const engine = new Engine({
    ...LIMITS,
    // An empty list of partials: no template reads another one, let alone a file.
    templates: {},
    dynamicPartials: false,
    ownPropertyOnly: true,
    strictFilters: true,
    ...(escape ? { outputEscape: 'escape' as const } : {}),
  });
  engine.registerFilter('money', money);
  engine.registerFilter('quantity', quantity);
  engine.registerFilter('date', function (value: unknown, style?: unknown) {
    return date(value, style, this.context.getSync([SETTING]) as Setting);
  });
  return engine;
}

export interface TemplateEngine {
  /** What the reader wrote is escaped where it stands in HTML. */
  html(text: string, data: Record<string, unknown>, setting: Setting): Promise<string>;
  /** One line of plain text. */
  line(text: string, data: Record<string, unknown>, setting: Setting): Promise<string>;
  /** What is wrong with the text, in the engine's words, or undefined. */
  problem(text: string): Promise<string | undefined>;
}

export function createEngine(): TemplateEngine {
  let engines: Promise<{ escaping: Liquid; plain: Liquid }> | undefined;
  const load = () => {
    engines ??= Promise.all([makeEngine(true), makeEngine(false)]).then(([escaping, plain]) => ({ escaping, plain }));
    return engines;
  };
  const run = (engine: Liquid, text: string, data: Record<string, unknown>, setting: Setting): Promise<string> =>
    engine.parseAndRender(text, { ...data, [SETTING]: setting }) as Promise<string>;

  return {
    html: async (text, data, setting) => run((await load()).escaping, text, data, setting),
    async line(text, data, setting) {
      const line = await run((await load()).plain, text, data, setting);
      // A line end in a subject would begin a new header.
      return line.replace(/\s+/g, ' ').trim();
    },
    async problem(text) {
      try {
        (await load()).plain.parse(text);
        return undefined;
      } catch (error) {
        return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      }
    },
  };
}
