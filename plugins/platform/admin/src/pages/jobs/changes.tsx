import { Box, Typography } from '@strapi/design-system';
import { type Column, DataTable, useSay } from '../../ui';

type Facts = Record<string, unknown> | null;

interface Change {
  name: string;
  before: unknown;
  after: unknown;
}

const isDeep = (value: unknown): boolean => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : isDeep(value) ? JSON.stringify(value, null, 2) : String(value);

const Value = ({ value, tone }: { value: unknown; tone?: 'neutral600' | 'neutral800' }) => (
  <Box maxHeight="30rem" overflow="auto">
    <Typography
      textColor={tone}
      tag={isDeep(value) ? 'pre' : 'span'}
      variant={isDeep(value) ? 'pi' : 'omega'}
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {textOf(value)}
    </Typography>
  </Box>
);

/** Fact by fact: what it was and what it is, those that changed first. */
export function Changes({ before, after }: { before: Facts; after: Facts }) {
  const say = useSay('platform');
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = names.map((name): Change => ({ name, before: before?.[name], after: after?.[name] }));
  const columns: Column<Change>[] = [
    {
      key: 'name',
      title: say('events.fact'),
      cell: ({ name }) => <Typography fontWeight="semiBold">{name}</Typography>,
    },
    { key: 'before', title: say('events.before'), cell: (one) => <Value value={one.before} tone="neutral600" /> },
    { key: 'after', title: say('events.after'), cell: (one) => <Value value={one.after} /> },
  ];
  return <DataTable columns={columns} rows={changes} keyOf={(one) => one.name} empty={say('events.no_facts')} />;
}
