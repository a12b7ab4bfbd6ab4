import type { Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import type { z } from 'zod';
import type { Caller } from './caller';
import type { SignedMessage } from './gateway';
import type { Platform } from './platform';
import type { Ref } from './rows';
import type { Told } from './shapes';

export interface Call<Input> {
  strapi: Core.Strapi;
  platform: Platform;
  caller: Caller;
  input: Input;
  /** Path and query parameters as they came; `:id` is better read as `subject`. */
  params: Record<string, string>;
  query: Record<string, unknown>;
  /** Uploaded files of a `multipart` action. */
  files: readonly UploadedFile[];
  /** The body of a `rawBody` action, byte for byte, and the headers it came with. */
  message: SignedMessage;
  /** The row that `:id` names, already checked to be the caller's to touch. Present when the action has a `subject`. */
  subject: Ref;
}

/** One file of a multipart body, already on this machine's disk. */
export interface UploadedFile {
  path: string;
  name: string;
  mime: string;
  size: number;
}

/** An action that answers with a file returns this; the door streams it. */
export interface FileAnswer {
  file: { filename: string; contentType: string; content: Buffer | Readable; inline?: boolean };
}

export interface StorefrontDoor {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/<plugin>`, e.g. `/orders/:id/cancel`. */
  path: string;
  /** Who may: members only, or visitors too. */
  who: 'member' | 'public';
  /** Requests per minute of a member, or of a stranger's address, over all doors, where it could be abused. */
  limitPerMinute?: number;
}

export interface StaffDoor {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/<plugin>`. */
  path: string;
  /** Permission uid without the plugin, only [a-z.-]: `invoice.issue`. Rendered into the roles screen. */
  permission: string;
}

/**
 * One thing that can be done, declared once. The platform makes the storefront route, the staff route, the GraphQL
 * mutation, the permission, the OpenAPI entry, idempotency and the error shape of it.
 */
export interface Action {
  /** camelCase verb phrase: the GraphQL mutation and the OpenAPI operation. */
  name: string;
  summary: string;
  /** uid of the content type that `:id` in the paths names. Members reach only their own rows, staff those their conditions leave. */
  subject?: string;
  storefront?: StorefrontDoor;
  staff?: StaffDoor;
  /** GraphQL: `mutation` by default for storefront doors, `query` for those that write nothing. */
  graphql?: 'mutation' | 'query' | 'none';
  input: z.ZodType;
  /** The body is multipart/form-data with files. REST only. */
  multipart?: boolean;
  /** The body is taken as it came, unread: whoever sent it has signed it. Storefront REST only; `input` is empty. */
  rawBody?: boolean;
  /** Shape of the answer on the wire: the GraphQL type, the OpenAPI entry and the type that pages of the admin panel see. */
  output: z.ZodType;
  /** HTTP status of success; 200 when absent. */
  status?: 200 | 201;
  /** False for what only reads: no transaction, no idempotency key kept. */
  writes?: boolean;
  /** Opens transactions of its own, step by step: none is laid around it, and its idempotency key is kept beside them. */
  ownTransactions?: boolean;
  run: (call: Call<unknown>) => Promise<unknown>;
}

/** An action that remembers what it was declared with, so that pages of the admin panel are typed by it. */
export interface Declared<
  Name extends string,
  Staff extends StaffDoor,
  Input extends z.ZodType,
  Output extends z.ZodType,
> extends Action {
  name: Name;
  staff?: Staff;
  input: Input;
  output: Output;
}

type Declaration<
  Name extends string,
  Staff extends StaffDoor,
  Input extends z.ZodType,
  Output extends z.ZodType,
> = Omit<Declared<Name, Staff, Input, Output>, 'run'> & {
  /** The answer in the output's shape; undefined where the list that the use case answered was empty. */
  run: (call: Call<z.output<Input>>) => Promise<Told<z.output<Output>> | undefined>;
};

/** Keeps the types of what is declared; nothing else. */
export const defineAction = <
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Staff extends StaffDoor = never,
>(
  action: Declaration<Name, Staff, Input, Output>,
): Declared<Name, Staff, Input, Output> => action as unknown as Declared<Name, Staff, Input, Output>;
