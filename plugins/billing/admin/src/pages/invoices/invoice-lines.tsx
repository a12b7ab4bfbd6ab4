import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { Question } from '@strapi/icons';
import { ReadTable, useApi, useLanguage, useLineColumns, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
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

  const { what, price, amount, titles } = useLineColumns<InvoiceLine>(currency, (line) => (
    <>
      {line.details}
      {why(line)}
    </>
  ));
  const columns = [
    ...what,
    ...price,
    amount('net', titles.net),
    amount('tax', titles.tax),
    amount('total', titles.total),
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
