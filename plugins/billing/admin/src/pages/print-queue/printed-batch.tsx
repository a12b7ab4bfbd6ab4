import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Failure, Panel, useFile, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { BillingDoors } from '../../doors';

export type Batch = BillingDoors['POST /billing/print-queue/print']['answers'];

/** What was printed together, to be sent to the printer from here: the sheets, or their envelopes. */
export function PrintedBatch({ batch }: { batch: Batch }) {
  const say = useSay('billing');
  const [shown, setShown] = useState<'document' | 'envelopes'>('document');
  const { url, error } = useFile(batch[shown]);
  return (
    <Panel
      title={say('print.batch', { count: batch.sheets })}
      aside={
        <Flex gap={2}>
          {(['document', 'envelopes'] as const).map((one) => (
            <Button key={one} size="S" variant={shown === one ? 'default' : 'tertiary'} onClick={() => setShown(one)}>
              {say(`print.show_${one}`)}
            </Button>
          ))}
        </Flex>
      }
    >
      {error !== undefined && <Failure message={error} />}
      {url === undefined && error === undefined && <Waiting />}
      {url !== undefined && (
        <iframe title={say(`print.show_${shown}`)} src={url} style={{ border: 0, width: '100%', height: '60rem' }} />
      )}
    </Panel>
  );
}
