import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useAnswer, useAsk } from '../../doors';
import { DateText, Facts, Failure, LinkTo, Panel, useMay, useSay, useSubmit, Waiting } from '../../ui';
import type { LedgerVerdict } from './types';

/** Links verified by one request: some seconds. */
const AT_ONCE = 20_000;
const COUNTED = 1000;

const Hash = ({ children }: { children: string }) => (
  <code style={{ overflowWrap: 'anywhere', fontSize: '1.2rem' }}>{children}</code>
);

function Outcome({ verdict }: { verdict: LedgerVerdict }) {
  const say = useSay('platform');
  const may = useMay();
  const { fault, at } = verdict;
  if (!fault) {
    return (
      <Typography textColor={verdict.more ? 'neutral800' : 'success600'} fontWeight="semiBold">
        {say(verdict.more ? 'ledger.so_far' : 'ledger.intact', { count: at.position })}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography textColor="danger600" fontWeight="semiBold">
        {fault.message}
      </Typography>
      <Typography>{say('ledger.good_before', { count: at.position })}</Typography>
      {fault.now && fault.event && may('plugin::platform.event.read') && (
        <LinkTo to={`/plugins/platform/jobs/events/${fault.event.documentId}`}>{fault.now.title}</LinkTo>
      )}
    </Flex>
  );
}

/** The chain over the event log: how far it goes, and whether anybody tampered with it. */
export function Ledger() {
  const say = useSay('platform');
  const ask = useAsk();
  const { data: state, error, reload } = useAnswer('GET /platform/ledger', {});
  const { busy, refused, submit } = useSubmit();
  const [verdict, setVerdict] = useState<LedgerVerdict>();

  const verify = async (): Promise<void> => {
    setVerdict(undefined);
    for (let after = 0, more = true; more; ) {
      const told = await ask('GET /platform/ledger/verify', { body: { after, most: AT_ONCE } });
      setVerdict(told);
      after = told.at.position;
      more = told.more && told.fault === null;
    }
    reload();
  };

  if (error !== undefined) return <Failure message={error} />;
  if (!state) return <Waiting />;
  return (
    <Panel
      title={say('ledger.title')}
      aside={
        <Button startIcon={<Check />} loading={busy} onClick={() => void submit(verify)}>
          {say('ledger.verify')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('ledger.explained')}</Typography>
        <Facts
          columns={2}
          facts={[
            [say('ledger.length'), say('ledger.events', { count: state.head.position })],
            [
              say('ledger.waiting'),
              state.waiting > 0 ? (
                <Flex key="waiting" gap={2}>
                  {state.waiting >= COUNTED
                    ? say('ledger.many', { count: COUNTED })
                    : say('ledger.events', { count: state.waiting })}
                  <DateText at={state.oldestWaiting} />
                </Flex>
              ) : (
                say('ledger.none_waiting')
              ),
            ],
            [say('ledger.hash'), <Hash key="hash">{state.head.hash}</Hash>],
          ]}
        />
        {refused && <Failure message={refused.message} />}
        {verdict && (
          <div role="status">
            <Outcome verdict={verdict} />
          </div>
        )}
      </Flex>
    </Panel>
  );
}
