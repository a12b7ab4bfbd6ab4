import type { Liquid } from 'liquidjs';
import { badInput } from '../../../kernel/src';
import { date, money, quantity, SETTING, type Setting } from './filters';
import { problemOf, type TemplateProblem } from './liquid-problem';
import { knows, knowsInLoop, type Segment } from './variables';

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

/** A variable that the data of the mail has not, and where it stands. */
export interface UnknownVariable {
  name: string;
  line: number;
  column: number;
}

export interface TemplateEngine {
  /** What the reader wrote is escaped where it stands in HTML. A text that cannot be read is refused. */
  html(text: string, data: Record<string, unknown>, setting: Setting): Promise<string>;
  /** One line of plain text. */
  line(text: string, data: Record<string, unknown>, setting: Setting): Promise<string>;
  /** What is wrong with the text, and where, or undefined. */
  problem(text: string): Promise<TemplateProblem | undefined>;
  /** Variables of a readable text that no mail made of such data fills. */
  unknown(text: string, sample: Record<string, unknown>): Promise<UnknownVariable[]>;
}

const nameOf = (path: readonly Segment[]): string => path.filter((segment) => !Array.isArray(segment)).join('.');

export function createEngine(): TemplateEngine {
  let engines: Promise<{ escaping: Liquid; plain: Liquid }> | undefined;
  const load = () => {
    engines ??= Promise.all([makeEngine(true), makeEngine(false)]).then(([escaping, plain]) => ({ escaping, plain }));
    return engines;
  };
  const run = async (
    engine: Liquid,
    text: string,
    data: Record<string, unknown>,
    setting: Setting,
  ): Promise<string> => {
    try {
      return (await engine.parseAndRender(text, { ...data, [SETTING]: setting })) as string;
    } catch (error) {
      const problem = problemOf(error);
      throw problem ? badInput(problem.code, { params: problem.params }) : error;
    }
  };

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
        const problem = problemOf(error);
        if (problem) return problem;
        throw error;
      }
    },
    async unknown(text, sample) {
      const { plain } = await load();
      const { variables, globals, locals } = plain.analyzeSync(plain.parse(text), { partials: false });
      const found = Object.entries(variables).flatMap(([root, uses]) =>
        uses.filter((use) => {
          const path = use.segments as Segment[];
          if (root in globals) return !knows(sample, path);
          return !(root in locals) && !knowsInLoop(sample, path);
        }),
      );
      return found
        .map(({ segments, location }) => ({
          name: nameOf(segments as Segment[]),
          line: location.row,
          column: location.col,
        }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
    },
  };
}
