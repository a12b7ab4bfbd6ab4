import { useState } from 'react';
import { Panel, ReadTable, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../doors';
import { ActDialog } from '../pages/dunning/act-dialog';
import { useBoardColumns } from '../pages/dunning/board-columns';
import type { BoardRow } from '../pages/dunning/types';
import { WaitingFees } from './waiting-fees';

/** On the page of a customer: at which step of dunning its invoices are. */
export default function DunningPanel({ id }: { id: string }) {
  const say = useSay('billing');
  const may = useMay();
  const [acting, setActing] = useState<BoardRow>();
  const reading = useAnswer('GET /billing/customers/:id/dunning', may('plugin::billing.dunning.read') ? { id } : null);
  const columns = useBoardColumns(setActing, false);
  if (!reading.data) return null;
  if (reading.data.length === 0) return <WaitingFees customer={id} />;
  return (
    <Panel title={say('dunning.title')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(row) => row.documentId}
        empty={say('dunning.none')}
      />
      <WaitingFees customer={id} />
      {acting && (
        <ActDialog
          row={acting}
          onClose={() => setActing(undefined)}
          onDone={() => {
            setActing(undefined);
            reading.reload();
          }}
        />
      )}
    </Panel>
  );
}
