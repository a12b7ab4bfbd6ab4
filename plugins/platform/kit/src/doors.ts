import type { z } from 'zod';
import type { StaffDoor } from './actions';

interface Known {
  staff?: StaffDoor;
  input: z.ZodType;
  output: z.ZodType;
}

/** Names of the parameters in a path: `/orders/:id/confirm` has `id`. */
export type PathNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | PathNames<`/${More}`>
    : Rest
  : never;

type NameOf<Plugin extends string, Staff> = [Staff] extends [never]
  ? never
  : Staff extends { method: infer Method extends string; path: infer Path extends string }
    ? `${Method} /${Plugin}${Path}`
    : never;

/** What a door asks for, and what it answers, as they are on the wire. */
export interface DoorType {
  asks: unknown;
  answers: unknown;
}

/**
 * The staff doors of a plugin by method and path, `POST /sales/orders/:id/confirm`, from the declarations of its actions:
 * `DoorsOf<'sales', (typeof actions)[number]>`.
 */
export type DoorsOf<Plugin extends string, One extends Known> = {
  [Each in One as NameOf<Plugin, NonNullable<Each['staff']>>]: {
    asks: z.input<Each['input']>;
    answers: z.output<Each['output']>;
  };
};
