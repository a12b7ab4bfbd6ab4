import type { ReactNode } from 'react';
import {
  Box,
  Checkbox,
  EmptyStateLayout,
  Flex,
  Loader,
  NextLink,
  PageLink,
  Pagination,
  PreviousLink,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { NavLink, useLocation } from 'react-router-dom';
import { css, styled } from 'styled-components';
import { useSay } from './language';
import { ScrollEdges } from './scroll-edges';
import type { Reading } from './use-api';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row, index: number) => ReactNode;
  /** Amounts stand to the right. */
  right?: boolean;
  /** A name may take several lines, so that the rest fits a small screen. */
  wraps?: boolean;
  /** What the door sorts by, where its heading sorts. */
  sort?: string;
  /** What can be done with a row: on a desk it stays in sight, however wide the table is. */
  acts?: boolean;
}

/** `name:asc`, as the doors have it. */
export interface Sorting {
  by: string;
  change: (sort: string) => void;
}

/** Rows that are chosen, by their key, and what to call one of them. */
export interface Choosing<Row> {
  chosen: ReadonlySet<string>;
  change: (chosen: ReadonlySet<string>) => void;
  nameOf: (row: Row) => string;
  /** Which of them may be; all, unless told. */
  may?: (row: Row) => boolean;
}

export interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
  empty: string;
  sorting?: Sorting;
  choosing?: Choosing<Row>;
}

/** Over the shade of the edge, and shaded itself where something is hidden behind it. */
const IN_SIGHT = css`
  @media (min-width: 768px) {
    position: sticky;
    right: 0;
    z-index: 2;
    background: ${({ theme }) => theme.colors.neutral0};
    [data-more-right] & {
      box-shadow: -12px 0 12px -12px rgba(50, 50, 77, 0.2);
    }
  }
`;
const ActingTh = styled(Th)`
  ${IN_SIGHT}
`;
const ActingTd = styled(Td)`
  ${IN_SIGHT}
`;

const WRAPPED = { whiteSpace: 'normal', minWidth: '14rem' } as const;

const Cell = ({ right, wraps, children }: { right?: boolean; wraps?: boolean; children: ReactNode }) => (
  <Flex justifyContent={right ? 'flex-end' : 'flex-start'}>
    <Typography tag="div" textColor="neutral800" style={wraps ? WRAPPED : undefined}>
      {children}
    </Typography>
  </Flex>
);

const Title = ({ children }: { children: ReactNode }) => (
  <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
    {children}
  </Typography>
);

/** A heading that sorts: up, and at the next press down. */
function SortingTitle({ title, sort, sorting }: { title: string; sort: string; sorting: Sorting }) {
  const say = useSay('platform');
  const up = sorting.by === `${sort}:asc`;
  const down = sorting.by === `${sort}:desc`;
  const state = up ? say('ui.sorted_up') : down ? say('ui.sorted_down') : undefined;
  return (
    <Flex
      tag="button"
      type="button"
      gap={1}
      background="transparent"
      style={{ border: 0, padding: 0, cursor: 'pointer' }}
      aria-label={state ? `${title}, ${state}` : title}
      onClick={() => sorting.change(`${sort}:${up ? 'desc' : 'asc'}`)}
    >
      <Title>{title}</Title>
      {up && <CaretUp width="0.8rem" fill="neutral600" />}
      {down && <CaretDown width="0.8rem" fill="neutral600" />}
    </Flex>
  );
}

const withOut = (chosen: ReadonlySet<string>, keys: readonly string[], isIn: boolean): ReadonlySet<string> =>
  new Set([...[...chosen].filter((key) => !keys.includes(key)), ...(isIn ? keys : [])]);

/** Rows as they are, without reading or paging. */
export function DataTable<Row>({ columns, rows, keyOf, onOpen, empty, sorting, choosing }: DataTableProps<Row>) {
  const say = useSay('platform');
  const may = choosing?.may ?? (() => true);
  const keys = rows.filter(may).map(keyOf);
  const here = keys.filter((key) => choosing?.chosen.has(key)).length;
  if (rows.length === 0) return <EmptyStateLayout content={empty} hasRadius shadow="tableShadow" />;
  return (
    <ScrollEdges>
      <Table colCount={columns.length + (choosing ? 1 : 0)} rowCount={rows.length + 1}>
        <Thead>
          <Tr>
            {choosing && (
              <Th>
                <Checkbox
                  aria-label={say('ui.choose_all')}
                  disabled={keys.length === 0}
                  checked={here === 0 ? false : here === keys.length || 'indeterminate'}
                  onCheckedChange={(checked) => choosing.change(withOut(choosing.chosen, keys, checked === true))}
                />
              </Th>
            )}
            {columns.map(({ key, title, right, sort, acts }) => {
              const Place = acts ? ActingTh : Th;
              return (
                <Place key={key}>
                  <Flex justifyContent={right ? 'flex-end' : 'flex-start'} width="100%">
                    {sort && sorting ? (
                      <SortingTitle title={title} sort={sort} sorting={sorting} />
                    ) : (
                      <Title>{title}</Title>
                    )}
                  </Flex>
                </Place>
              );
            })}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row, index) => (
            <Tr
              key={keyOf(row)}
              onClick={onOpen ? () => onOpen(row) : undefined}
              style={onOpen ? { cursor: 'pointer' } : undefined}
            >
              {choosing && (
                <Td onClick={(event) => event.stopPropagation()}>
                  {may(row) && (
                    <Checkbox
                      aria-label={say('ui.choose_row', { what: choosing.nameOf(row) })}
                      checked={choosing.chosen.has(keyOf(row))}
                      onCheckedChange={(checked) =>
                        choosing.change(withOut(choosing.chosen, [keyOf(row)], checked === true))
                      }
                    />
                  )}
                </Td>
              )}
              {columns.map(({ key, cell, right, wraps, acts }) => {
                const Place = acts ? ActingTd : Td;
                return (
                  <Place key={key}>
                    <Cell right={right} wraps={wraps}>
                      {cell(row, index)}
                    </Cell>
                  </Place>
                );
              })}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </ScrollEdges>
  );
}

const NEIGHBOURS = 2;

/** Pages around the one that is open; the address names it, so that back leads back. */
export function Pages({
  page,
  pageSize,
  total,
  capped,
}: {
  page: number;
  pageSize: number;
  total: number;
  capped?: boolean;
}) {
  const say = useSay('platform');
  const { pathname, search } = useLocation();
  const count = Math.max(1, Math.ceil(total / pageSize));
  const to = (n: number) => {
    const query = new URLSearchParams(search);
    query.set('page', String(n));
    return { pathname, search: query.toString() };
  };
  const first = Math.max(1, Math.min(page - NEIGHBOURS, count - 2 * NEIGHBOURS));
  const numbers = Array.from({ length: Math.min(count, 2 * NEIGHBOURS + 1) }, (_, index) => first + index);
  return (
    <Flex justifyContent="space-between" paddingTop={4}>
      <Typography textColor="neutral600">{say(capped ? 'ui.rows_or_more' : 'ui.rows', { count: total })}</Typography>
      {count > 1 && (
        <Pagination activePage={page} pageCount={count}>
          <PreviousLink tag={NavLink} to={to(Math.max(1, page - 1))}>
            {say('ui.previous')}
          </PreviousLink>
          {numbers.map((n) => (
            <PageLink key={n} tag={NavLink} number={n} to={to(n)}>
              {say('ui.page', { page: n })}
            </PageLink>
          ))}
          <NextLink tag={NavLink} to={to(Math.min(count, page + 1))}>
            {say('ui.next')}
          </NextLink>
        </Pagination>
      )}
    </Flex>
  );
}

export const Waiting = () => {
  const say = useSay('platform');
  return (
    <Flex justifyContent="center" padding={8}>
      <Loader>{say('ui.loading')}</Loader>
    </Flex>
  );
};

export const Failure = ({ message }: { message: string }) => (
  <Box background="danger100" borderColor="danger200" hasRadius padding={4} role="alert">
    <Typography textColor="danger700">{message}</Typography>
  </Box>
);

/** What is read from a door, once it is there: until then it waits, and where it could not be read it says why. */
export function Read<T>({ reading, children }: { reading: Reading<T>; children: (data: T) => ReactNode }) {
  const { data, error, loading } = reading;
  if (data !== undefined) return children(data);
  if (error !== undefined) return <Failure message={error} />;
  return loading ? <Waiting /> : null;
}

export interface ReadTableProps<Row> extends Omit<DataTableProps<Row>, 'rows'> {
  reading: Reading<Row[]>;
  /** All of it on one page, without paging or count: parts of one thing. */
  whole?: boolean;
}

/** A list read from a door, with its paging. */
export function ReadTable<Row>({ reading, whole = false, ...table }: ReadTableProps<Row>) {
  const { data, error, loading, meta } = reading;
  if (error !== undefined) return <Failure message={error} />;
  if (data === undefined) return loading ? <Waiting /> : null;
  if (whole && data.length === 0) return <Typography textColor="neutral600">{table.empty}</Typography>;
  return (
    <Box aria-busy={loading}>
      <DataTable rows={data} {...table} />
      {meta.pagination && data.length > 0 && !whole && <Pages {...meta.pagination} />}
    </Box>
  );
}
