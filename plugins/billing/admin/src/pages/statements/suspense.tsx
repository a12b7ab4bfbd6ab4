import { Flex } from '@strapi/design-system';
import { Failure, PageFrame, Pages, useListQuery, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { Lines } from './lines';
import { ROOT } from './types';

/** Money that came in and is nobody's yet, the oldest first: a liability until it is somebody's or goes back. */
export function Suspense() {
  const say = useSay('billing');
  const { page } = useListQuery();
  const reading = useAnswer('GET /billing/suspense', { body: { page } });
  const { data, error, reload } = reading;
  return (
    <PageFrame
      title={say('suspense.title')}
      subtitle={say('suspense.subtitle', { count: data?.pagination.total ?? 0 })}
      back={{ to: ROOT, label: say('statements.title') }}
    >
      {error !== undefined && <Failure message={error} />}
      {!data && error === undefined && <Waiting />}
      {data && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Lines lines={data.lines} empty={say('suspense.empty')} onDone={reload} />
          <Pages {...data.pagination} />
        </Flex>
      )}
    </PageFrame>
  );
}
