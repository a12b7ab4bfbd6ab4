import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  FieldCell,
  FieldRow,
  Fields,
  listEdits,
  MoneyField,
  Panel,
  RemoveButton,
  TextField,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { NEW_RECEIPT_LINE, type ReceiptLineValues } from '../../receipt-values';
import { PickOne } from '../installed-items/pick-one';

interface ReceiptLinesProps {
  lines: readonly ReceiptLineValues[];
  currency: string;
  errorAt: (field: string) => string | undefined;
  change: (lines: ReceiptLineValues[], field?: string) => void;
}

const PRODUCT_KEYS = ['name', 'sku'];

/** What came: a thing, how many, its lot; each lot a line. */
export function ReceiptLines({ lines, currency, errorAt, change }: ReceiptLinesProps) {
  const say = useSay('sales');
  const edits = listEdits({ at: 'lines', rows: lines, change, errorAt });
  return (
    <Panel title={say('receipt.lines')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {lines.map((line, index) => {
          const text = edits.text(line, index);
          const at = `lines.${index}.product`;
          return (
            <FieldRow
              key={index}
              action={
                lines.length > 1 && (
                  <RemoveButton
                    label={say('receipt.remove_line', { number: index + 1 })}
                    onRemove={() => edits.remove(index)}
                  />
                )
              }
            >
              <PickOne
                name={at}
                label={say('field.product')}
                placeholder={say('new.find_product_by')}
                nothing={say('new.no_product')}
                url="/sales/products"
                searched={PRODUCT_KEYS}
                only={{ kind: 'goods' }}
                chosen={line.product}
                error={errorAt(at)}
                onChange={(product) => edits.put(index, { product }, at)}
              />
              <Fields>
                <FieldCell width={4}>
                  <TextField {...text('quantity')} required label={say('field.quantity')} inputMode="decimal" />
                </FieldCell>
                <FieldCell width={4}>
                  <TextField {...text('lot')} label={say('receipt.lot')} maxLength={60} />
                </FieldCell>
                <FieldCell width={4}>
                  <MoneyField {...text('value')} label={say('receipt.value')} currency={currency} />
                </FieldCell>
              </Fields>
            </FieldRow>
          );
        })}
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} onClick={() => edits.add(NEW_RECEIPT_LINE)}>
            {say('receipt.add_line')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
