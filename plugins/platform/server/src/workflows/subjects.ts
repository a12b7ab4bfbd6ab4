import type { EventRow, RecordedEvent } from '../../../kit/src/events';
import type {
  WorkflowField,
  WorkflowFieldKind,
  WorkflowSubject,
  WorkflowThing,
  WorkflowValue,
} from '../../../kit/src/workflows';
import type { Messages } from '../core/messages';
import type { Facts } from './domain/conditions';
import type { AskedOn } from './domain/operands';
import { OFFICE } from './office-language';

const CUSTOMER = 'customer';

/** What an event is about, and whose that is, as it stands now. */
export interface Occasion {
  thing: WorkflowThing;
  customer: WorkflowThing | null;
}

type Happened = Pick<EventRow, 'id' | 'subjectType' | 'subjectId'>;

const EXAMPLES: Record<WorkflowFieldKind, string | number | boolean> = {
  ...{ text: '…', number: 1, money: '107000', date: '2026-01-31', choice: '…', flag: true },
};

const plain = (value: WorkflowValue): string | number | boolean | null =>
  typeof value === 'bigint' ? String(value) : value;

/** What texts may say of a thing. */
const toldOf = ({ name, currency, values }: WorkflowThing): Record<string, unknown> => ({
  name,
  currency: currency ?? '',
  ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, plain(value)])),
});

interface Needs {
  subjects: () => readonly WorkflowSubject[];
  /** uid of the type whose rows are the customers. */
  customerType: () => string | undefined;
  tell: Messages['tell'];
}

/** The things that workflows know, of all plugins of this site. */
export function createSubjects({ subjects, customerType, tell }: Needs) {
  const customers = (): WorkflowSubject | undefined => subjects().find(({ type }) => type === customerType());

  const ofCustomer = (subject: WorkflowSubject): WorkflowField[] =>
    subject.type === customerType()
      ? []
      : (customers()?.fields ?? []).map((field) => ({ ...field, name: `${CUSTOMER}.${field.name}` }));

  /** Set-based: one question a type, and one for the customers of all. */
  async function load(events: readonly Happened[]): Promise<Map<number, Occasion>> {
    const things = new Map<string, ReadonlyMap<number, WorkflowThing>>();
    for (const type of new Set(events.map((event) => event.subjectType))) {
      const ids = events.filter((event) => event.subjectType === type).map((event) => event.subjectId);
      const subject = subjects().find((one) => one.type === type);
      if (subject) things.set(type, await subject.load([...new Set(ids)]));
    }
    const asked = [...things.values()].flatMap((of) => [...of.values()].flatMap(({ customer }) => customer ?? []));
    const known =
      (asked.length > 0 && (await customers()?.load([...new Set(asked)]))) || new Map<number, WorkflowThing>();
    return new Map(
      events.flatMap(({ id, subjectType, subjectId }): [number, Occasion][] => {
        const thing = things.get(subjectType)?.get(subjectId);
        if (!thing) return [];
        const isCustomer = subjectType === customerType();
        return [[id, { thing, customer: isCustomer ? thing : (known.get(thing.customer ?? 0) ?? null) }]];
      }),
    );
  }

  return {
    all: subjects,
    ofEvent: (name: string): WorkflowSubject | undefined => subjects().find(({ events }) => events.includes(name)),
    /** Its own fields and those of its customer. */
    fieldsOf: (subject: WorkflowSubject): WorkflowField[] => [...subject.fields, ...ofCustomer(subject)],
    load,

    factsOf: (
      { thing, customer }: Occasion,
      { before, after }: Pick<RecordedEvent, 'before' | 'after'>,
      on: AskedOn,
    ): Facts =>
      // Conditions are written in the words that the office reads.
      tell(OFFICE, {
        values: {
          ...thing.values,
          ...Object.fromEntries(
            Object.entries(customer?.values ?? {}).map(([field, value]) => [`${CUSTOMER}.${field}`, value]),
          ),
        },
        before: before ?? null,
        after: after ?? null,
        ...on,
      }),

    dataOf: (
      subject: WorkflowSubject,
      { thing, customer }: Occasion,
      event: Pick<RecordedEvent, 'at' | 'before' | 'after'>,
    ): Record<string, unknown> => ({
      ...(customer ? { [CUSTOMER]: toldOf(customer) } : {}),
      [subject.name]: toldOf(thing),
      ...{ at: event.at, before: event.before ?? null, after: event.after ?? null },
    }),

    /** What texts about such a thing may say, by example. */
    sampleOf(subject: WorkflowSubject): Record<string, unknown> {
      const examples = ({ fields }: WorkflowSubject) => ({
        ...{ name: '…', currency: 'THB' },
        ...Object.fromEntries(fields.map(({ name, kind }) => [name, EXAMPLES[kind]])),
      });
      const customer = customers();
      return {
        ...(customer ? { [CUSTOMER]: examples(customer) } : {}),
        [subject.name]: examples(subject),
        ...{ at: '2026-01-31T03:00:00.000Z', before: null, after: null },
      };
    },
  };
}

export type Subjects = ReturnType<typeof createSubjects>;
