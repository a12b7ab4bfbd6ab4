import { Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Confirm, Failure, LinkTo, Panel, useDo, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer, useAsk } from '../../doors';
import type { Offer, Saved } from '../../types';

const addressOf = ({ report, filters }: Saved): string =>
  `/plugins/reports/${report}?${new URLSearchParams(filters).toString()}`;

/** The reader's own saved reports; one that they may no longer see is not offered. */
export function SavedReports({ offers }: { offers: readonly Offer[] }) {
  const say = useSay('reports');
  const ask = useAsk();
  const { data, error, reload } = useAnswer('GET /reports/saved-reports', {});
  const act = useDo(reload);
  const forget = ({ documentId }: Saved): Promise<boolean> =>
    act(() => ask('DELETE /reports/saved-reports/:id', { id: documentId }));

  return (
    <Panel title={say('saved.title')}>
      {error !== undefined && <Failure message={error} />}
      {data === undefined && error === undefined && <Waiting />}
      {data?.length === 0 && <Typography textColor="neutral600">{say('saved.none')}</Typography>}
      <Flex direction="column" alignItems="stretch" gap={3}>
        {data?.map((saved) => {
          const offer = offers.find((one) => one.code === saved.report);
          return (
            <Flex key={saved.documentId} justifyContent="space-between" gap={2}>
              <Flex direction="column" alignItems="flex-start">
                {offer ? <LinkTo to={addressOf(saved)}>{saved.name}</LinkTo> : <Typography>{saved.name}</Typography>}
                <Typography variant="pi" textColor="neutral600">
                  {offer?.title ?? say('saved.gone')}
                </Typography>
              </Flex>
              <Confirm
                label={say('saved.forget')}
                title={say('saved.forget')}
                variant="danger-light"
                icon={<Trash />}
                onConfirm={() => forget(saved)}
              >
                {say('saved.forget_sure', { name: saved.name })}
              </Confirm>
            </Flex>
          );
        })}
      </Flex>
    </Panel>
  );
}
