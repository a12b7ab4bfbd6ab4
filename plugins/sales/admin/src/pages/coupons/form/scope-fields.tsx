import { Box, Typography } from '@strapi/design-system';
import {
  ChoiceField,
  FieldCell,
  Fields,
  Panel,
  type Params,
  SearchPicker,
  useApi,
  useMay,
  useProblem,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { NamedRow } from '../../../coupon-types';
import type { CouponValues } from '../../../coupon-values';
import { useChoices } from '../../products/use-choices';
import { Chosen } from './chosen';

export interface ScopeFieldsProps {
  values: CouponValues;
  change: (part: Partial<CouponValues>) => void;
}

const contains = (keys: readonly string[], text: string): Params => ({
  filters: { $and: [{ state: 'active' }, { $or: keys.map((key) => ({ [key]: { $containsi: text } })) }] },
  sort: 'name:asc',
});
const tags = (rows: readonly NamedRow[]) => rows.map(({ documentId, name }) => ({ key: documentId, name }));
const without = (rows: readonly NamedRow[], key: string): NamedRow[] => rows.filter((row) => row.documentId !== key);
const withOne = (rows: readonly NamedRow[], { documentId, name }: NamedRow): NamedRow[] => [
  ...without(rows, documentId),
  { documentId, name },
];

interface PickProps {
  name: 'products' | 'customers';
  url: string;
  searched: readonly string[];
  placeholder: string;
  nothing: string;
  rows: readonly NamedRow[];
  onChange: (rows: NamedRow[]) => void;
}

/** Some among very many. */
function Pick({ name, url, searched, placeholder, nothing, rows, onChange }: PickProps) {
  const say = useSay('sales');
  const error = useProblem(`scope.${name}`);
  return (
    <Box>
      <SearchPicker<NamedRow>
        name={`scope.${name}`}
        label={say(`coupon.scope.${name}`)}
        placeholder={placeholder}
        nothing={nothing}
        url={url}
        asked={(text) => contains(searched, text)}
        keyOf={(one) => one.documentId}
        show={(one) => <Typography fontWeight="semiBold">{one.name}</Typography>}
        onChoose={(one) => onChange(withOne(rows, one))}
        error={error}
      />
      <Chosen rows={tags(rows)} onRemove={(key) => onChange(without(rows, key))} />
    </Box>
  );
}

/** For which lines and for whom: where nothing is chosen, for all. */
export function ScopeFields({ values, change }: ScopeFieldsProps) {
  const say = useSay('sales');
  const may = useMay();
  const groups = useChoices()?.groups ?? [];
  const mayClasses = may('plugin::content-manager.explorer.read', 'plugin::crm.customer-class');
  const { data: classes } = useApi<NamedRow[]>(mayClasses ? '/crm/customer-classes' : null, {
    sort: 'name:asc',
    pagination: { pageSize: 100 },
  });
  const free = groups.filter((group) => !values.groups.includes(group));
  const others = (classes ?? []).filter((one) => !values.classes.some((own) => own.documentId === one.documentId));

  return (
    <Panel title={say('coupon.for')}>
      <Fields>
        <FieldCell width={6}>
          <Pick
            name="products"
            url="/sales/products"
            searched={['name', 'sku', 'group']}
            placeholder={say('new.find_product_by')}
            nothing={say('new.no_product')}
            rows={values.products}
            onChange={(products) => change({ products })}
          />
        </FieldCell>
        <FieldCell width={6}>
          <ChoiceField
            name="scope.groups"
            label={say('coupon.scope.groups')}
            placeholder={say('coupon.all_lines')}
            value=""
            choices={free.map((group) => [group, group] as const)}
            onChange={(group) => change({ groups: [...values.groups, group] })}
          />
          <Chosen
            rows={values.groups.map((group) => ({ key: group, name: group }))}
            onRemove={(key) => change({ groups: values.groups.filter((group) => group !== key) })}
          />
        </FieldCell>
        <FieldCell width={6}>
          <Pick
            name="customers"
            url="/crm/customers"
            searched={['name', 'nameEn', 'code', 'taxId', 'phone', 'email']}
            placeholder={say('new.find_customer_by')}
            nothing={say('new.no_customer')}
            rows={values.customers}
            onChange={(customers) => change({ customers })}
          />
        </FieldCell>
        <FieldCell width={6}>
          <ChoiceField
            name="scope.classes"
            label={say('coupon.scope.classes')}
            placeholder={say('coupon.all_customers')}
            value=""
            choices={others.map((one) => [one.documentId, one.name] as const)}
            onChange={(key) => {
              const one = others.find(({ documentId }) => documentId === key);
              if (one) change({ classes: withOne(values.classes, one) });
            }}
          />
          <Chosen rows={tags(values.classes)} onRemove={(key) => change({ classes: without(values.classes, key) })} />
        </FieldCell>
      </Fields>
    </Panel>
  );
}
