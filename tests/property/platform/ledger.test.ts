import fc from 'fast-check';
import type { EventRow } from '../../../plugins/platform/kit/src/events';
import { canonicalJson, GENESIS } from '../../../plugins/platform/server/src/ledger/canonical';
import { extendChain, followChain, type Link, type Place } from '../../../plugins/platform/server/src/ledger/chain';
import { property } from '../../support/random';

const START: Place = { position: 0, hash: GENESIS };
const facts = fc.option(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }));
const contents = fc.array(
  fc.record({
    name: fc.string(),
    actor: fc.string(),
    customerId: fc.option(fc.nat()),
    before: facts,
    after: facts,
    requestId: fc.option(fc.string()),
  }),
  { minLength: 2, maxLength: 12 },
);

function chained(list: readonly object[]): { links: Link[]; events: Map<number, EventRow>; head: Place } {
  const rows = list.map((content, index) => ({
    id: index + 1,
    event: {
      id: index + 1,
      documentId: `event${index + 1}`,
      subjectType: 'plugin::test.thing',
      subjectId: index,
      subjectDocumentId: `thing${index}`,
      at: '2026-01-31T00:00:00.000Z',
      ...content,
    } as EventRow,
  }));
  const { links, head } = extendChain(START, rows);
  return {
    head,
    links: links.map((link) => ({ ...link, eventId: link.id, documentId: `event${link.id}` })),
    events: new Map(rows.map(({ id, event }) => [id, event])),
  };
}

describe('the chain over the event log', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).reverse();
    return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)]));
  };
  property('is the same whatever the order of keys', fc.jsonValue(), (value) => {
    expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  property('holds, in one piece or in pieces', fc.tuple(contents, fc.nat()), ([list, cut]) => {
    const { links, events, head } = chained(list);
    const at = cut % (links.length + 1);
    const first = followChain(START, links.slice(0, at), events);
    expect(followChain(first.at, links.slice(at), events)).toEqual({ at: head });
  });

  property(
    'a row that was changed, deleted or swapped is found at that row',
    fc.tuple(contents, fc.nat(), fc.nat()),
    ([list, a, b]) => {
      const { links, events } = chained(list);
      const at = a % links.length;
      const other = (at + 1 + (b % (links.length - 1))) % links.length;
      const [mine, theirs] = [links[at] as Link, links[other] as Link];
      const event = events.get(mine.eventId) as EventRow;
      const first = Math.min(at, other) + 1;
      const found = (rows: readonly Link[], log: ReadonlyMap<number, EventRow>) => followChain(START, rows, log).fault;

      const changed = new Map(events).set(event.id, { ...event, name: `${event.name}!` });
      expect(found(links, changed)).toMatchObject({ kind: 'changed', position: at + 1, event: { id: event.id } });

      const fewer = new Map(events);
      fewer.delete(event.id);
      expect(found(links, fewer)).toMatchObject({ kind: 'deleted', position: at + 1, event: { id: event.id } });

      const unlinked = links.filter((link) => link !== mine);
      if (at < links.length - 1) expect(found(unlinked, events)).toMatchObject({ kind: 'missing', position: at + 1 });

      const swapped = links
        .map((link) =>
          link === mine
            ? { ...link, position: theirs.position }
            : link === theirs
              ? { ...link, position: mine.position }
              : link,
        )
        .sort((x, y) => x.position - y.position);
      expect(found(swapped, events)).toMatchObject({ kind: 'reordered', position: first });
    },
  );
});
