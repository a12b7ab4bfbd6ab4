import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  FieldCell,
  Fields,
  FormPage,
  freshKey,
  LongTextField,
  MoneyField,
  Panel,
  TextField,
  textFields,
  TypedDate,
  useFormPage,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { importVatOf } from '../../../../server/src/domain/goods-receipt';
import { useAsk } from '../../doors';
import { newReceipt, receiptBody, type ReceiptValues, unreadableReceipt } from '../../receipt-values';
import { useWarehouses, WarehouseField } from '../../warehouses';
import { PickOne } from '../installed-items/pick-one';
import { useChoices } from '../products/use-choices';
import { ReceiptLines } from './receipt-lines';

const LIST = '/plugins/sales/goods-receipts';
const SUPPLIER_KEYS = ['name', 'nameEn', 'code', 'taxId'];

/** What the customs would ask, where value and duty are said and nobody has typed what they asked. */
function useProposedVat({ cif, duty }: Pick<ReceiptValues, 'cif' | 'duty'>, currency: string): string | undefined {
  const standard = useChoices()?.taxCategories.find(({ code }) => code === 'standard')?.ratePpm;
  const value = parseMoney(cif, currency);
  if (standard === undefined || value === undefined) return undefined;
  return formatMoney(importVatOf(value, parseMoney(duty, currency) ?? 0n, standard), currency);
}

/** Goods that came from abroad, as their customs papers have it. */
export function NewReceipt() {
  const say = useSay('sales');
  const ask = useAsk();
  const { today, currency } = useToday();
  const [key] = useState(freshKey);
  const [before] = useState(() => newReceipt(today));
  const warehouses = useWarehouses();
  const title = say('receipt.new');
  const from = { to: LIST, label: say('receipts.title') };
  const form = useFormPage<ReceiptValues>(
    {
      ...{ title, before, from },
      async send(values) {
        const { documentId, number } = await ask('POST /sales/goods-receipts', {
          key,
          body: receiptBody(values, currency),
        });
        return { to: `${LIST}/${documentId}`, message: say('receipt.saved', { number }) };
      },
    },
    (values) => {
      const wrong = unreadableReceipt(values, currency);
      return wrong && { message: say(wrong.key), field: wrong.field };
    },
  );
  const { values, change, errorAt } = form;
  const text = textFields(form);
  const proposed = useProposedVat(values, currency);
  return (
    <FormPage title={title} from={from} form={form}>
      <Panel title={say('receipt.papers')}>
        <Fields>
          <FieldCell width={6}>
            <PickOne
              name="supplier"
              label={say('receipt.supplier')}
              placeholder={say('receipt.find_supplier')}
              nothing={say('receipt.no_such_supplier')}
              url="/crm/customers"
              searched={SUPPLIER_KEYS}
              only={{ state: 'active', supplier: 'true' }}
              chosen={values.supplier}
              error={errorAt('supplier')}
              onChange={(supplier) => change({ supplier }, 'supplier')}
            />
          </FieldCell>
          <FieldCell width={6}>
            <TextField {...text('supplierInvoice')} required label={say('receipt.supplier_invoice')} maxLength={100} />
          </FieldCell>
          <FieldCell width={6}>
            <TextField {...text('declarationNumber')} required label={say('receipt.declaration')} maxLength={60} />
          </FieldCell>
          <FieldCell width={3}>
            <TypedDate {...text('declaredOn')} label={say('receipt.declared_on')} />
          </FieldCell>
          <FieldCell width={3}>
            <TypedDate {...text('receivedOn')} required label={say('receipt.received_on')} />
          </FieldCell>
          <FieldCell width={4}>
            <MoneyField {...text('cif')} required label={say('receipt.cif')} currency={currency} />
          </FieldCell>
          <FieldCell width={4}>
            <MoneyField {...text('duty')} label={say('receipt.duty')} currency={currency} />
          </FieldCell>
          <FieldCell width={4}>
            <MoneyField
              {...text('importVat')}
              label={say('receipt.import_vat')}
              hint={proposed && say('receipt.vat_hint', { amount: proposed })}
              currency={currency}
            />
          </FieldCell>
          <FieldCell width={6}>
            <WarehouseField {...text('warehouse')} label={say('receipt.to_warehouse')} warehouses={warehouses} />
          </FieldCell>
        </Fields>
        <LongTextField {...text('note')} label={say('field.note')} />
      </Panel>
      <ReceiptLines
        lines={values.lines}
        currency={currency}
        errorAt={errorAt}
        change={(lines, field) => change({ lines }, field)}
      />
      <Typography textColor="neutral600">{say('receipt.input_tax')}</Typography>
    </FormPage>
  );
}
