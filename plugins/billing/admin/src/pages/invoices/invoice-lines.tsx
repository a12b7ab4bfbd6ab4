import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Question } from '@strapi/icons';
import {
  type Column,
  Money,
  quantityText,
  ReadTable,
  useApi,
  useLanguage,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { Invoice, InvoiceLine } from '../../types';

/** The lines of an invoice; each says why it costs what it costs. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const say = useSay('billing');
  const may = useMay();
  const lang = useLanguage();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { currency, documentId, state } = invoice;
  const reading = useApi<InvoiceLine[]>('/billing/invoice-lines', {
    filters: { invoice: { documentId: { $eq: documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const explained = state !== 'draft' && may('plugin::billing.document.read');
  const { data: reasons } = useAnswer(
    'GET /billing/invoices/:id/explanation',
    explained ? { id: documentId, body: { lang } } : null,
  );
  const toggle = (id: string): void =>
    setOpened((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));

  const why = (line: InvoiceLine) => {
    const reason = reasons?.find((one) => one.documentId === line.documentId);
    if (!reason) return null;
    const open = opened.includes(line.documentId);
    return (
      <Box paddingTop={1}>
        <Button
          variant="ghost"
          size="S"
          startIcon={<Question />}
          aria-expanded={open}
          onClick={() => toggle(line.documentId)}
        >
          {say('invoices.why', { position: line.position })}
        </Button>
        {open && (
          <Box background="neutral100" hasRadius padding={3} tag="ul">
            {reason.sentences.map((sentence) => (
              <Typography key={sentence} tag="li" variant="pi" textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                {sentence}
              </Typography>
            ))}
            {!reason.agrees && (
              <Typography tag="li" variant="pi" textColor="danger600">
                {say('invoices.disagrees')}
              </Typography>
            )}
          </Box>
        )}
      </Box>
    );
  };

  const columns: Column<InvoiceLine>[] = [
    { key: 'position', title: say('field.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('field.description'),
      cell: (line) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {line.description}
          </Typography>
          {line.details && (
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'pre-line' }}>
              {line.details}
            </Typography>
          )}
          {why(line)}
        </Flex>
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: (line) => `${quantityText(line.quantity)} ${line.unit ?? ''}`.trim(),
    },
    {
      key: 'price',
      title: say('field.unit_price'),
      right: true,
      cell: (line) => <Money amount={line.unitPrice} currency={currency} />,
    },
    {
      key: 'discount',
      title: say('field.discount'),
      right: true,
      cell: (line) => line.discount !== '0' && <Money amount={line.discount} currency={currency} />,
    },
    {
      key: 'net',
      title: say('field.net'),
      right: true,
      cell: (line) => <Money amount={line.net} currency={currency} />,
    },
    {
      key: 'tax',
      title: say('field.tax'),
      right: true,
      cell: (line) => <Money amount={line.tax} currency={currency} />,
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (line) => <Money amount={line.total} currency={currency} />,
    },
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(line) => line.documentId}
      empty={say('invoices.no_lines')}
    />
  );
}
