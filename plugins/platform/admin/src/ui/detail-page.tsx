import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import type { Params } from './client';
import { Failure, Waiting } from './data-table';
import { PageFrame, type PageFrameProps } from './page-frame';
import { type Reading, useApi } from './use-api';

export interface Detail<Row> extends Reading<Row> {
  id: string;
  /** Part of the keys of what hangs below the thing. */
  turn: number;
  /** Something was done with it: it is read anew, and so is what hangs below. */
  again: () => void;
}

/** One thing, read from its door for the page that has its id in the address. */
export function useDetail<Row>(url: string, params?: Params): Detail<Row> {
  const { id = '' } = useParams();
  const [turn, setTurn] = useState(0);
  const reading = useApi<Row>(`${url}/${id}`, params);
  const again = (): void => {
    setTurn((before) => before + 1);
    reading.reload();
  };
  return { ...reading, id, turn, again };
}

export interface DetailPageProps extends PageFrameProps {
  back: { to: string; label: string };
}

/** The page of one thing: what is known of it, part under part. */
export const DetailPage = ({ children, ...frame }: DetailPageProps) => (
  <PageFrame {...frame}>
    <Flex direction="column" alignItems="stretch" gap={6}>
      {children}
    </Flex>
  </PageFrame>
);

/** In its place while it is read, and where it cannot be: with the way back to the others. */
export const UnreadPage = ({ error, back }: { error: string | undefined } & Pick<DetailPageProps, 'back'>) =>
  error === undefined ? (
    <Waiting />
  ) : (
    <PageFrame title={back.label} back={back}>
      <Failure message={error} />
    </PageFrame>
  );
