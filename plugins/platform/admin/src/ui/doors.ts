import { useMemo } from 'react';
import type { DoorType, PathNames } from '../../../kit/src/doors';
import { useClient } from './client';
import { type Reading, useApi } from './use-api';

export type { DoorsOf } from '../../../kit/src/doors';

/** What a form sends where a door asks for `T`: the text of a choice is text, and the door says which choices there are. */
export type Written<T> = T extends string
  ? string
  : T extends readonly (infer One)[]
    ? readonly Written<One>[]
    : T extends object
      ? { [Key in keyof T]: Written<T[Key]> }
      : T;

type Nothing = Record<never, never>;

/** Parameters of the path by name, the body (or the query of a GET), and the key of a form that may be sent again. */
export type Asked<Name extends string, Door extends DoorType> = { [Part in PathNames<Name>]: string } & {
  key?: string;
} & (Nothing extends Door['asks'] ? { body?: Written<Door['asks']> } : { body: Written<Door['asks']> });

type Given<What> = Nothing extends What ? [what?: What] : [what: What];

interface Loose {
  key?: string;
  body?: Record<string, unknown>;
  [part: string]: unknown;
}

/** `POST /sales/orders/:id/confirm` with what its parameters are. */
function addressOf(name: string, asked: Loose): { method: string; url: string } {
  const [method = 'GET', path = ''] = name.split(' ');
  return { method, url: path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(String(asked[part]))) };
}

/**
 * The staff doors of a plugin, typed by what its actions declare. A door is named as in the description of the API; a
 * field that it neither asks for nor answers is an error of types.
 */
export function doorsOf<Doors extends { [Name in keyof Doors]: DoorType }>() {
  type Name = keyof Doors & string;

  /** Asks a door once: does what it does, or reads. */
  function useAsk() {
    const client = useClient();
    return useMemo(
      () =>
        async <One extends Name>(
          name: One,
          ...given: Given<Asked<One, Doors[One]>>
        ): Promise<Doors[One]['answers']> => {
          const asked = (given[0] ?? {}) as Loose;
          const { method, url } = addressOf(name, asked);
          if (method === 'POST') return client.send(url, asked.body, asked.key);
          if (method === 'PUT') return client.change(url, asked.body, asked.key);
          if (method === 'DELETE') return client.remove(url);
          return (await client.read(url, asked.body)).data;
        },
      [client],
    );
  }

  /** What a door answers, on the page; `null` waits. */
  function useAnswer<One extends Name>(
    name: One,
    asked: Asked<One, Doors[One]> | null,
  ): Reading<Doors[One]['answers']> {
    const { url } = addressOf(name, (asked ?? {}) as Loose);
    return useApi<Doors[One]['answers']>(asked === null ? null : url, (asked as Loose | null)?.body);
  }

  return { useAsk, useAnswer };
}
