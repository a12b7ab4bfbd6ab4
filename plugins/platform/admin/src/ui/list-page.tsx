import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { ReadTable, type ReadTableProps } from './data-table';
import { useListQuery } from './list-query';
import { PageFrame, type PageFrameProps } from './page-frame';

export interface ListPageProps<Row>
  extends
    Pick<PageFrameProps, 'title' | 'subtitle' | 'back' | 'action'>,
    Pick<ReadTableProps<Row>, 'reading' | 'columns' | 'sorting' | 'choosing' | 'empty'> {
  /** Search and filters. */
  tools: ReactNode;
  /** What follows the address of the list where a row is opened: its id, unless told; `null` where rows lead nowhere. */
  pageOfRow?: ((row: Row) => string) | null;
  /** Said where there is nothing yet; `empty` where nothing is found. */
  none?: string;
  /** What is done with the rows that are chosen. */
  children?: ReactNode;
}

/** The page of many things: searched and narrowed, each leading to its own page. */
export function ListPage<Row extends { documentId: string }>(props: ListPageProps<Row>) {
  const { title, subtitle, back, action, tools, empty, none = empty, children, ...table } = props;
  const { pageOfRow = ({ documentId }) => documentId, ...shown } = table;
  const navigate = useNavigate();
  const { narrowed } = useListQuery();
  return (
    <PageFrame {...{ title, subtitle, back, action }}>
      {tools}
      {children}
      <ReadTable
        {...shown}
        keyOf={(row) => row.documentId}
        onOpen={pageOfRow ? (row) => navigate(pageOfRow(row)) : undefined}
        empty={narrowed ? empty : none}
      />
    </PageFrame>
  );
}
