import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { SearchPicker, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';

interface Customer {
  documentId: string;
  code: string | null;
  name: string;
}

const SEARCHED = ['name', 'code', 'taxId'];

export interface CustomerFilterProps {
  /** Document id. */
  value: string | undefined;
  required: boolean;
  onChange: (customer: string) => void;
}

/** Whose figures: found by name, code or tax id; chosen, it is named and can be changed. */
export function CustomerFilter({ value, required, onChange }: CustomerFilterProps) {
  const say = useSay('reports');
  const { data: chosen } = useApi<Customer>(value === undefined ? null : `/crm/customers/${value}`);
  if (value !== undefined) {
    return (
      <Field.Root name="customer" required={required}>
        <Field.Label>{say('filter.customer')}</Field.Label>
        <Flex gap={4} paddingTop={2}>
          <Typography fontWeight="bold">{chosen?.name ?? value}</Typography>
          <Button variant="tertiary" size="S" onClick={() => onChange('')}>
            {say(required ? 'filter.another_customer' : 'filter.all_customers')}
          </Button>
        </Flex>
      </Field.Root>
    );
  }
  return (
    <SearchPicker<Customer>
      name="customer"
      label={say('filter.customer')}
      placeholder={say('filter.customer_search')}
      url="/crm/customers"
      asked={(text) => ({
        filters: { $or: SEARCHED.map((key) => ({ [key]: { $containsi: text } })) },
        sort: 'name:asc',
      })}
      keyOf={(one) => one.documentId}
      show={(one) => <Typography>{[one.code, one.name].filter(Boolean).join(' · ')}</Typography>}
      nothing={say('filter.no_customer')}
      onChoose={(one) => onChange(one.documentId)}
    />
  );
}
