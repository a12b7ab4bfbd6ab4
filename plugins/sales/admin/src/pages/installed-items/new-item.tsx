import { useState } from 'react';
import {
  FormDialog,
  freshKey,
  TextField,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { type Found, PickOne } from './pick-one';

const CUSTOMER_KEYS = ['name', 'nameEn', 'code', 'taxId', 'phone'];
const PRODUCT_KEYS = ['name', 'sku'];

/** A thing that stands at a customer's without having been handed over here. */
export function NewItem({ onClose, onDone }: { onClose: () => void; onDone: (documentId: string) => void }) {
  const say = useSay('sales');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const [product, setProduct] = useState<Found>();
  const [customer, setCustomer] = useState<Found>();
  const { values, touched, submitting, field } = useTexts({
    ...{ serial: '', site: '', installedOn: today, warrantyUntil: '' },
  });
  const { refuse, errorAt, forget } = submitting;

  async function enter(): Promise<void> {
    if (!product) return refuse({ message: say('installed.no_product'), field: 'product' });
    if (!customer) return refuse({ message: say('installed.no_customer'), field: 'customer' });
    if (values.serial.trim() === '') return refuse({ message: say('installed.no_serial'), field: 'serial' });
    const made = await ask('POST /sales/installed-items', {
      key,
      body: {
        ...{ product: product.documentId, customer: customer.documentId, serial: values.serial },
        ...(values.site.trim() ? { site: values.site } : {}),
        ...(values.installedOn ? { installedOn: values.installedOn } : {}),
        ...(values.warrantyUntil ? { warrantyUntil: values.warrantyUntil } : {}),
      },
    });
    onDone(made.documentId);
  }

  return (
    <FormDialog
      title={say('installed.new_title')}
      label={say('installed.save')}
      touched={touched || product !== undefined || customer !== undefined}
      submitting={submitting}
      onClose={onClose}
      onSubmit={enter}
    >
      <PickOne
        name="product"
        label={say('field.product')}
        placeholder={say('new.find_product_by')}
        nothing={say('new.no_product')}
        url="/sales/products"
        searched={PRODUCT_KEYS}
        only={{ kind: 'goods' }}
        chosen={product}
        error={errorAt('product')}
        onChange={(one) => {
          setProduct(one);
          forget('product');
        }}
      />
      <PickOne
        name="customer"
        label={say('field.customer')}
        placeholder={say('new.find_customer_by')}
        nothing={say('new.no_customer')}
        url="/crm/customers"
        searched={CUSTOMER_KEYS}
        only={{ state: 'active' }}
        chosen={customer}
        error={errorAt('customer')}
        onChange={(one) => {
          setCustomer(one);
          forget('customer');
        }}
      />
      <TextField {...field('serial')} required label={say('field.serial')} maxLength={100} />
      <TextField {...field('site')} label={say('field.site')} hint={say('installed.site_hint')} maxLength={500} />
      <TypedDate {...field('installedOn')} required label={say('field.installed_on')} />
      <TypedDate
        {...field('warrantyUntil')}
        label={say('field.warranty_until')}
        hint={say('installed.warranty_hint')}
      />
    </FormDialog>
  );
}
