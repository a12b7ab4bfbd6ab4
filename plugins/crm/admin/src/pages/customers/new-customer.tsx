import { useRef, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { ConfirmDialog, freshKey, type Sent, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type CustomerValues, draftOf, newValues } from '../../customer-values';
import { useAsk } from '../../doors';
import type { Duplicate } from '../../types';
import { CustomerForm } from './form/customer-form';
import { DuplicateList, marksOf } from './form/duplicates';

const LIST = '/plugins/crm/customers';

/** A customer comes into the house: once for each opened form, and not a second time without being asked. */
export function NewCustomer() {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const me = useAuth('NewCustomer', (auth) => auth.user?.id);
  const [before] = useState(() => newValues(me === undefined ? undefined : Number(me)));
  const [key] = useState(freshKey);
  const [alike, setAlike] = useState<Duplicate[]>([]);
  const known = useRef(new Set<string>());

  async function create(values: CustomerValues): Promise<Sent | undefined> {
    const found = await ask('GET /crm/customers/duplicates', { body: marksOf(values) });
    if (found.some((one) => !known.current.has(one.documentId))) {
      setAlike(found);
      return undefined;
    }
    const rights = { credit: may('plugin::crm.customer.credit'), assign: may('plugin::crm.customer.assign') };
    const made = await ask('POST /crm/customers', { body: draftOf(values, rights), key });
    return { to: `${LIST}/${made.documentId}`, message: say('form.created', { code: made.code }) };
  }

  return (
    <CustomerForm
      title={say('form.new')}
      before={before}
      from={{ to: LIST, label: say('customers.title') }}
      send={create}
    >
      {(save) => (
        <ConfirmDialog
          open={alike.length > 0}
          onOpenChange={(open) => !open && setAlike([])}
          title={say('duplicate.ask')}
          label={say('duplicate.anyway')}
          onConfirm={() => {
            for (const one of alike) known.current.add(one.documentId);
            save();
            return Promise.resolve(true);
          }}
        >
          <DuplicateList duplicates={alike} />
        </ConfirmDialog>
      )}
    </CustomerForm>
  );
}
