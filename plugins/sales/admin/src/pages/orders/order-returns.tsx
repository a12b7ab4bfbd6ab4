import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  Confirm,
  pageLink,
  Panel,
  ReadTable,
  useApi,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { type GoodsReturn, useReturnColumns } from '../../return-columns';
import type { Order, OrderLine } from '../../types';
import { ReceiveReturn } from './receive-return';

const HANDED_OVER: readonly Order['state'][] = ['fulfilling', 'delivered', 'closed'];

const thousandths = (text: string): bigint => parseQuantity(text) ?? 0n;

/** What of a line can still come back, in thousandths. */
export const returnableOf = (line: OrderLine): bigint =>
  line.kind === 'goods' ? thousandths(line.delivered) - thousandths(line.returned) : 0n;

/** What came back of an order, and what became of its money. */
export function OrderReturns({
  order,
  lines,
  onDone,
}: {
  order: Order;
  lines: readonly OrderLine[];
  onDone: () => void;
}) {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const told = useReturnColumns();
  const [open, setOpen] = useState(false);
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::sales.goods-return');
  const reading = useApi<GoodsReturn[]>(allowed ? '/sales/returns' : null, {
    filters: { order: { documentId: { $eq: order.documentId } } },
    populate: { creditNote: true, lines: { populate: { orderLine: true } } },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  const finish = (): void => {
    reading.reload();
    onDone();
  };
  const act = useDo(finish);
  const canReceive =
    may('plugin::sales.return.receive') &&
    HANDED_OVER.includes(order.state) &&
    lines.some((line) => returnableOf(line) > 0n);
  if (!allowed || ((reading.data ?? []).length === 0 && !canReceive)) return null;

  const columns: Column<GoodsReturn>[] = [
    ...told,
    {
      key: 'do',
      title: '',
      right: true,
      cell: ({ documentId, number, state, creditNote }) =>
        state === 'received' ? (
          <Flex gap={2}>
            {may('plugin::sales.return.decline') && (
              <Confirm
                label={say('return.decline')}
                title={say('return.decline')}
                variant="danger-light"
                reason={say('field.reason')}
                onConfirm={(reason) =>
                  act(
                    () => ask('POST /sales/returns/:id/decline', { id: documentId, body: { reason } }),
                    say('return.decline_done'),
                  )
                }
              >
                {say('return.decline_text', { number })}
              </Confirm>
            )}
            {may('plugin::sales.return.credit') && (
              <Confirm
                label={say('return.credit')}
                title={say('return.credit')}
                onConfirm={() =>
                  act(
                    () => ask('POST /sales/returns/:id/credit', { id: documentId, body: {} }),
                    say('return.credit_done'),
                  )
                }
              >
                {say('return.credit_text', { number })}
              </Confirm>
            )}
          </Flex>
        ) : (
          pageLink('plugin::billing.credit-note', creditNote?.documentId, creditNote?.number)
        ),
    },
  ];
  return (
    <Panel
      title={say('returns.title')}
      aside={
        canReceive && (
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {say('return.receive')}
          </Button>
        )
      }
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('returns.none_of_order')}
      />
      {open && (
        <ReceiveReturn
          {...{ order, lines }}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            finish();
          }}
        />
      )}
    </Panel>
  );
}
