import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { FormDialog, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../../types';
import { CustomerChoice } from '../customer-choice';

/** Who else this customer is: found, and led to the comparison of the two. */
export function ChooseOther({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('merge.start')}
      </Button>
      {open && (
        <FormDialog
          title={say('merge.start_title', { name: customer.name })}
          back={{ label: sayHouse('ui.cancel') }}
          onClose={() => setOpen(false)}
          onSubmit={async () => undefined}
        >
          <CustomerChoice
            name="mergeWith"
            label={say('subject.customer')}
            but={customer.documentId}
            onChoose={(one) => navigate(`/plugins/crm/customers/${customer.documentId}/merge/${one.documentId}`)}
          />
        </FormDialog>
      )}
    </>
  );
}
