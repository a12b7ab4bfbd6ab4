import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  Confirm,
  DataTable,
  DateText,
  DetailPage,
  Facts,
  pageLink,
  Panel,
  quantityText,
  Standing,
  TimelinePanel,
  UnreadPage,
  useClient,
  useDetail,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { QuoteRequest } from '../../quote-types';
import { QuoteDialog } from './quote-dialog';

/** What a visitor asks for, and the one thing to do with it: its quote. */
export function RequestDetail() {
  const say = useSay('sales');
  const may = useMay();
  const { send } = useClient();
  const [quoting, setQuoting] = useState(false);
  const { id, data: request, error, turn, again } = useDetail<QuoteRequest>('/sales/quote-requests');
  const does = useDo(again);
  const back = { to: '/plugins/sales/quote-requests', label: say('requests.title') };
  if (!request) return <UnreadPage error={error} back={back} />;
  const { proposal, quote, customer } = request;
  const columns: Column<QuoteRequest['lines'][number]>[] = [
    {
      key: 'product',
      title: say('subject.product'),
      wraps: true,
      cell: ({ product, name, sold }) => (
        <Flex gap={2}>
          {pageLink('plugin::sales.product', product, name)}
          {!sold && <Typography textColor="danger600">{say('requests.not_sold')}</Typography>}
        </Flex>
      ),
    },
    { key: 'quantity', title: say('field.quantity'), right: true, cell: ({ quantity }) => quantityText(quantity) },
  ];
  return (
    <DetailPage
      title={proposal.name || say('requests.facts')}
      subtitle={proposal.email ?? undefined}
      back={back}
      action={
        request.state === 'new' && (
          <Flex gap={2}>
            {may('plugin::crm.form.answer') && (
              <Confirm
                label={say('requests.dismiss')}
                title={say('requests.dismiss')}
                variant="danger-light"
                reason={say('field.reason')}
                onConfirm={(reason) =>
                  does(() => send(`/crm/form-submissions/${id}/dismiss`, { reason }), say('requests.dismiss_done'))
                }
              >
                {say('requests.dismiss_text')}
              </Confirm>
            )}
            <Button startIcon={<Check />} onClick={() => setQuoting(true)}>
              {say('requests.make')}
            </Button>
          </Flex>
        )
      }
    >
      <Standing
        title={say('requests.facts')}
        state={request.state}
        label={say(`request_state.${request.state}`)}
        customer={customer}
        facts={[
          [say('requests.at'), <DateText key="at" at={request.submittedAt} />],
          [say('customer.email'), proposal.email],
          [say('customer.phone'), formatPhone(proposal.phone)],
          [
            say('requests.quote'),
            pageLink('plugin::sales.quote', quote?.documentId, quote?.name || say('requests.open_quote')),
          ],
        ]}
      />
      <Panel title={say('requests.answers')}>
        <Facts columns={2} facts={request.answers.map(({ label, value }) => [label, value])} />
      </Panel>
      <Panel title={say('requests.products')}>
        <DataTable
          columns={columns}
          rows={request.lines}
          keyOf={({ product }) => product}
          empty={say('requests.no_products')}
        />
      </Panel>
      <TimelinePanel key={`timeline${turn}`} type="plugin::crm.form-submission" id={id} />
      {quoting && <QuoteDialog request={request} onClose={() => setQuoting(false)} />}
    </DetailPage>
  );
}
