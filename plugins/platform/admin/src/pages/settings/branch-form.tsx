import { useState } from 'react';
import { FormDialog, LongTextField, SwitchField, TextField, useClient, useSay, useTell } from '../../ui';
import type { Branch } from './types';

const DOOR = '/content-manager/collection-types/plugin::platform.branch';

interface BranchFormProps {
  branch: Branch | undefined;
  onClose: () => void;
  onSaved: () => void;
}

export function BranchForm({ branch, onClose, onSaved }: BranchFormProps) {
  const say = useSay('platform');
  const tell = useTell();
  const { send, change } = useClient();
  const [code, setCode] = useState(branch?.code ?? '');
  const [name, setName] = useState(branch?.name ?? '');
  const [address, setAddress] = useState(branch?.address ?? '');
  const [phone, setPhone] = useState(branch?.phone ?? '');
  const [active, setActive] = useState(branch?.active !== false);

  async function submit(): Promise<void> {
    const data = { code, name, address: address || null, phone: phone || null, active };
    if (branch) await change(`${DOOR}/${branch.documentId}`, data);
    else await send(DOOR, data);
    tell(say('ui.saved'));
    onSaved();
  }

  return (
    <FormDialog
      title={branch ? say('branches.edit', { name: branch.name }) : say('branches.new')}
      label={say('ui.save')}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        name="code"
        label={say('branches.code')}
        hint={say('branches.code_hint')}
        required
        inputMode="numeric"
        placeholder="00001"
        value={code}
        onChange={setCode}
      />
      <TextField
        name="name"
        label={say('branches.name')}
        hint={say('branches.name_hint')}
        required
        value={name}
        onChange={setName}
      />
      <LongTextField
        name="address"
        label={say('branches.address')}
        hint={say('branches.address_hint')}
        value={address}
        onChange={setAddress}
      />
      <TextField
        name="phone"
        label={say('branches.phone')}
        hint={say('branches.phone_hint')}
        inputMode="tel"
        value={phone}
        onChange={setPhone}
      />
      <SwitchField
        name="active"
        label={say('branches.in_use')}
        hint={say('branches.in_use_hint')}
        value={active}
        onChange={setActive}
      />
    </FormDialog>
  );
}
