import type { z } from 'zod';
import { dateIn, isInstant, type Language, type Refusal } from '../../kernel/src';
import type { RecordedEvent } from './events';
import type { Tools } from './plugin';

/** Money is a `bigint` of minor units, a date a civil one, a choice one of its words. */
export type WorkflowValue = string | number | bigint | boolean | null;

export const FIELD_KINDS = ['text', 'number', 'money', 'date', 'choice', 'flag'] as const;
export type WorkflowFieldKind = (typeof FIELD_KINDS)[number];

/** What a condition may ask about, and a text may say. */
export interface WorkflowField {
  /** `total`; of the customer of a thing `customer.kind`. */
  name: string;
  kind: WorkflowFieldKind;
  /** Message that says what readers call it. */
  title: string;
  choices?: readonly string[];
  /** Where a choice has its words: uid of the type whose facts name it, and the fact. */
  of?: { type: string; fact: string };
}

/** One thing as workflows see it. */
export interface WorkflowThing {
  id: number;
  documentId: string;
  /** What people know it by. */
  name: string;
  currency: string | null;
  /** Row id. */
  customer: number | null;
  /** Id of the member of staff who looks after it. */
  responsible: number | null;
  /** Who is written to, where that is told by the thing itself. */
  reader: { to: string; language: Language } | null;
  values: Readonly<Record<string, WorkflowValue>>;
}

/** A type whose events workflows may listen to. */
export interface WorkflowSubject {
  /** uid */
  type: string;
  /** What texts call it: `{{ invoice.number }}`. */
  name: string;
  events: readonly string[];
  fields: readonly WorkflowField[];
  /** As they stand now, by row id; what is gone is left out. A constant number of statements. */
  load: (ids: readonly number[]) => Promise<ReadonlyMap<number, WorkflowThing>>;
}

export type WorkflowRow = Record<string, unknown> & { id: number; documentId: string };

export interface SubjectDeclaration {
  type: string;
  name: string;
  events: readonly string[];
  /** Attributes by their kind. */
  fields: Readonly<Record<string, WorkflowFieldKind>>;
  /** Attributes that people know it by: the first that is filled. */
  called: readonly string[];
  /** Attribute with the row id of its customer; none for customers themselves. */
  customer?: string;
  /** Attribute with the id of the member of staff who looks after it. */
  responsible?: string;
  reader?: (row: WorkflowRow) => WorkflowThing['reader'];
  /** What no attribute says: read for all rows at once. */
  more?: {
    fields: Readonly<Record<string, WorkflowFieldKind | Pick<WorkflowField, 'kind' | 'choices' | 'of'>>>;
    load: (rows: readonly WorkflowRow[]) => Promise<ReadonlyMap<number, Readonly<Record<string, WorkflowValue>>>>;
  };
}

const known = (kind: WorkflowFieldKind, value: unknown, zone: string): WorkflowValue => {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'date' && isInstant(String(value))) return dateIn(zone, String(value));
  return value as WorkflowValue;
};

/** A subject whose fields are attributes of its rows: read by one statement a chunk. */
export function workflowSubject({ strapi, platform }: Tools, declared: SubjectDeclaration): WorkflowSubject {
  const { type, name, events, fields, called, more } = declared;
  const { attributes } = strapi.contentTypes[type as never] as { attributes: Record<string, { enum?: string[] }> };
  const named = (field: string) => ({ name: field, title: `workflow_field.${field}` });
  const ofAttributes = Object.entries(fields).map(([field, kind]) => ({
    ...{ ...named(field), kind },
    ...(kind === 'choice' ? { choices: attributes[field]?.enum ?? [], of: { type, fact: field } } : {}),
  }));
  const ofMore = Object.entries(more?.fields ?? {}).map(([field, kind]) => ({
    ...named(field),
    ...(typeof kind === 'string' ? { kind } : kind),
  }));
  return {
    ...{ type, name, events },
    fields: [...ofAttributes, ...ofMore],
    async load(ids) {
      const rows = await platform.rows.byIds<WorkflowRow>(type, ids);
      const besides = more ? await more.load(rows) : undefined;
      const zone = platform.clock.zone();
      return new Map(
        rows.map((row): [number, WorkflowThing] => {
          const own = Object.entries(fields).map(([field, kind]) => [field, known(kind, row[field], zone)]);
          const title = called.map((attribute) => row[attribute]).find(Boolean);
          const idOf = (attribute: string | undefined) =>
            attribute ? ((row[attribute] as number | null) ?? null) : null;
          return [
            row.id,
            {
              ...{ id: row.id, documentId: row.documentId, name: title ? String(title) : '' },
              currency: (row.currency as string | undefined) ?? null,
              customer: idOf(declared.customer),
              responsible: idOf(declared.responsible),
              reader: declared.reader?.(row) ?? null,
              values: { ...(Object.fromEntries(own) as Record<string, WorkflowValue>), ...besides?.get(row.id) },
            },
          ];
        }),
      );
    },
  };
}

/** A text that staff wrote into an action, with places for what the thing holds. */
export interface WorkflowText {
  /** Where it stands in the action, for what is refused: `subject.th`. */
  field: string;
  part: 'subject' | 'body';
  text: string;
}

/** What an action is told of the run that it belongs to. */
export interface WorkflowOccasion {
  /** The same at every attempt, and no other's: of the run and of the place of the action in it. */
  key: string;
  /** Row id. */
  workflow: number;
  event: RecordedEvent;
  subject: WorkflowThing & Pick<WorkflowSubject, 'type'>;
  customer: WorkflowThing | null;
  /** What texts may say. Plain data. */
  data: Record<string, unknown>;
  /** One line of text with its places filled. */
  say: (text: string, language: Language) => Promise<string>;
}

/** Something that workflows can do. */
export interface WorkflowAction<Wish = never> {
  /** Its title is the message `workflow_action.<kind>`. */
  kind: string;
  /** What is to be said of it besides its kind. */
  wish: z.ZodType<Wish>;
  texts?: (wish: Wish) => readonly WorkflowText[];
  /** Refuses what cannot be carried out, when it is saved. */
  check?: (wish: Wish) => Promise<void> | void;
  /** It speaks with the world: done between two transactions, perhaps once more when its process ends. */
  outside?: true;
  /** Else within the transaction that notes it as done. What it refuses is not tried again by itself, but if `passing`. */
  carryOut: (wish: Wish, occasion: WorkflowOccasion) => Promise<void>;
}

/** What the world outside answered may be otherwise next time: told to readers as a refusal is, and yet tried again. */
export const passing = (refusal: Refusal): Refusal => Object.assign(refusal, { passing: true });
export const isPassing = (error: unknown): boolean => (error as { passing?: unknown } | null)?.passing === true;

/** Keeps the types of what is declared; nothing else. */
export const defineWorkflowAction = <Wish>(action: WorkflowAction<Wish>): WorkflowAction =>
  action as unknown as WorkflowAction;
