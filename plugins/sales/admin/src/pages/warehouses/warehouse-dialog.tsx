import { useState } from 'react';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useApi,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Warehouse } from '../../warehouses';

interface WarehouseDialogProps {
  /** None: a new one. */
  warehouse?: Warehouse;
  onClose: () => void;
  onDone: () => void;
}

const YES = 'yes';

export function WarehouseDialog({ warehouse, onClose, onDone }: WarehouseDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    code: warehouse?.code ?? '',
    name: warehouse?.name ?? '',
    address: warehouse?.address ?? '',
    branch: warehouse?.branch?.documentId ?? '',
    isDefault: warehouse?.isDefault ? YES : '',
  });
  const { data: branches = [] } = useApi<{ documentId: string; name: string }[]>('/platform/branches', {
    pagination: { pageSize: 100 },
  });
  const { refuse } = submitting;
  const isDefault = field('isDefault');

  async function save(): Promise<void> {
    const [code, name] = [values.code.trim(), values.name.trim()];
    if (code === '') return refuse({ message: say('warehouse.no_code'), field: 'code' });
    if (name === '') return refuse({ message: say('warehouse.no_name'), field: 'name' });
    const body = {
      ...{ code, name, address: values.address.trim() },
      // Who cannot read branches leaves it as it is.
      ...(branches.length > 0 ? { branch: values.branch || null } : {}),
      isDefault: values.isDefault === YES,
    };
    if (warehouse) await ask('PUT /sales/warehouses/:id', { id: warehouse.documentId, body, key });
    else await ask('POST /sales/warehouses', { body, key });
    tell(say('warehouse.saved'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={warehouse ? say('warehouse.edit_title', { name: warehouse.name }) : say('warehouse.new')}
      label={sayHouse('ui.save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <Fields>
        <FieldCell width={4}>
          <TextField {...field('code')} required autoFocus label={say('field.code')} maxLength={20} />
        </FieldCell>
        <FieldCell width={8}>
          <TextField {...field('name')} required label={say('field.name')} maxLength={100} />
        </FieldCell>
      </Fields>
      <LongTextField {...field('address')} label={say('warehouse.address')} />
      {branches.length > 0 && (
        <ChoiceField
          {...field('branch')}
          label={say('warehouse.branch')}
          clearLabel={sayHouse('ui.clear')}
          choices={branches.map((branch) => [branch.documentId, branch.name] as const)}
        />
      )}
      {!warehouse?.isDefault && warehouse?.state !== 'closed' && (
        <CheckField
          name="isDefault"
          error={isDefault.error}
          label={say('warehouse.default')}
          hint={say('warehouse.default_hint')}
          checked={isDefault.value === YES}
          onChange={(checked) => isDefault.onChange(checked ? YES : '')}
        />
      )}
    </FormDialog>
  );
}
