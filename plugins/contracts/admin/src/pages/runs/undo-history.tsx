import { Box, Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  Facts,
  Money,
  pageLink,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingUndo, BillingUndoItem } from '../../types';

/** What one undo did, and which invoices it had to leave to a person. */
export function UndoHistory({ undo }: { undo: BillingUndo }) {
  const say = useSay('contracts');
  const left = useApi<BillingUndoItem[]>(undo.left > 0 ? '/contracts/billing-undo-items' : null, {
    filters: { undo: { documentId: { $eq: undo.documentId } }, outcome: { $eq: 'left' } },
    populate: { invoice: true },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  const columns: Column<BillingUndoItem>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    { key: 'problem', title: say('field.reason'), wraps: true, cell: ({ problem }) => problem },
  ];
  return (
    <Panel title={say('undo.title')} aside={<StateBadge state={undo.state} label={say(`run_state.${undo.state}`)} />}>
      <Facts
        columns={4}
        facts={[
          [say('field.started_at'), <DateText key="started" at={undo.startedAt} />],
          [say('field.reason'), undo.reason],
          [say('undo.voided'), String(undo.voided)],
          [say('undo.credited'), String(undo.credited)],
          [say('undo.left'), String(undo.left)],
          [say('field.periods'), String(undo.periods)],
          [say('field.total'), <Money key="total" amount={undo.total} currency={undo.currency} />],
          [say('field.bill_again_on'), <DateText key="again" at={undo.billAgainOn} />],
        ]}
      />
      {undo.left > 0 && (
        <Box paddingTop={4}>
          <Typography variant="sigma" tag="h3" textColor="neutral600" style={{ textTransform: 'none' }}>
            {say('undo.left_title')}
          </Typography>
          <ReadTable whole reading={left} columns={columns} keyOf={(one) => one.documentId} empty="" />
        </Box>
      )}
    </Panel>
  );
}
