import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  TextField,
  useApi,
  useMay,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { CYCLE_UNITS, type CycleUnit } from '../../../server/src/domain/cycle';
import { useAsk } from '../doors';

interface Invoice {
  documentId: string;
  number: string | null;
  state: string;
}

interface InvoiceLine {
  documentId: string;
  description: string;
}

/** What a contract can be made of. */
const MADE_OF = ['open', 'paid'];

/** On the page of an invoice: a contract in one step, with its customer, items and prices. */
export default function InvoiceContract({ id }: { id: string }) {
  const say = useSay('contracts');
  const may = useMay()('plugin::contracts.contract.edit');
  const [open, setOpen] = useState(false);
  const { data: invoice } = useApi<Invoice>(may ? `/billing/invoices/${id}` : null);
  if (!invoice || !MADE_OF.includes(invoice.state)) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('from_invoice.make')}
      </Button>
      {open && <MakeDialog invoice={invoice} onClose={() => setOpen(false)} />}
    </>
  );
}

const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text));

function MakeDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useSay('contracts');
  const ask = useAsk();
  const tell = useTell();
  const navigate = useNavigate();
  const [key] = useState(freshKey);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [firstPeriodBilled, setFirstPeriodBilled] = useState(true);
  const { values, touched, submitting, field } = useTexts({ count: '1', unit: 'year', termMonths: '12' });
  const { data: lines = [] } = useApi<InvoiceLine[]>('/billing/invoice-lines', {
    filters: { invoice: { documentId: { $eq: invoice.documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const taken = lines.filter(({ documentId }) => !left.includes(documentId));

  async function go(): Promise<void> {
    const made = await ask('POST /contracts/contracts/from-invoice/:id', {
      id: invoice.documentId,
      key,
      body: {
        cycle: { unit: values.unit as CycleUnit, count: whole(values.count) ?? 1 },
        termMonths: whole(values.termMonths),
        firstPeriodBilled,
        ...(left.length > 0 ? { lines: taken.map(({ documentId }) => documentId) } : {}),
      },
    });
    tell(say('contract.made', { number: made.number ?? '' }));
    navigate(`/plugins/contracts/contracts/${made.documentId}`);
  }

  return (
    <FormDialog
      title={say('from_invoice.title', { number: invoice.number ?? '' })}
      label={say('from_invoice.make')}
      disabled={taken.length === 0}
      touched={touched || left.length > 0}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold">
          {say('from_invoice.lines')}
        </Typography>
        {lines.map(({ documentId, description }) => (
          <CheckField
            key={documentId}
            name={`line.${documentId}`}
            label={description}
            checked={!left.includes(documentId)}
            onChange={(checked) =>
              setLeft((before) => (checked ? before.filter((one) => one !== documentId) : [...before, documentId]))
            }
          />
        ))}
      </Flex>
      <Fields>
        <FieldCell width={4}>
          <TextField {...field('count')} label={say('line.count')} inputMode="numeric" />
        </FieldCell>
        <FieldCell width={4}>
          <ChoiceField
            {...field('unit')}
            label={say('field.cycle')}
            choices={CYCLE_UNITS.map((one) => [one, say(`unit.${one}`)] as const)}
          />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...field('termMonths')} label={say('field.term_months')} inputMode="numeric" />
        </FieldCell>
      </Fields>
      <CheckField
        name="firstPeriodBilled"
        label={say('from_invoice.first_billed')}
        checked={firstPeriodBilled}
        onChange={setFirstPeriodBilled}
      />
    </FormDialog>
  );
}
