import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  ChoiceField,
  FieldRow,
  FormDialog,
  freshKey,
  RemoveButton,
  TextField,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';
import { Agreed, type AgreedDialog } from './agreed';

interface Person {
  id: number;
  name: string;
  part: string | null;
}

/** Which members of staff have a part in the contract, beside whoever looks after its customer. */
export function People({ contract }: { contract: Contract }) {
  const say = useSay('contracts');
  const may = useMay();
  const { data, reload } = useApi<{ people: Person[] }>(
    may('plugin::contracts.contract.find') ? `/contracts/contracts/${contract.documentId}/people` : null,
  );
  if (!data) return null;
  return (
    <Agreed
      contract={contract}
      label={say('people.set')}
      dialog={(asked) => <PeopleDialog contract={contract} people={data.people} {...asked} />}
      onDone={reload}
    >
      {data.people.length === 0 && <Typography tag="span">–</Typography>}
      {data.people.map(({ id, name, part }) => (
        <Typography key={id} tag="span">
          {part ? say('people.with_part', { name, part }) : name}
        </Typography>
      ))}
    </Agreed>
  );
}

interface PeopleDialogProps extends AgreedDialog {
  contract: Contract;
  people: readonly Person[];
}

/** A line of the dialog: nobody is chosen yet where `person` is empty. */
interface Row {
  key: string;
  person: string;
  part: string;
}

function PeopleDialog({ contract, people, onClose, onDone }: PeopleDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [before] = useState<Row[]>(() =>
    people.map(({ id, part }) => ({ key: freshKey(), person: String(id), part: part ?? '' })),
  );
  const [rows, setRows] = useState(before);
  const { data: staff = [] } = useApi<{ id: number; name: string }[]>('/crm/customer-owners');
  // Whoever has left since is still named.
  const known = [...staff, ...people.filter(({ id }) => !staff.some((one) => one.id === id))];
  const change = (changed: Row): void => setRows(rows.map((row) => (row.key === changed.key ? changed : row)));

  async function go(): Promise<void> {
    const chosen = rows.filter(({ person }) => person !== '');
    const body = { people: chosen.map(({ person, part }) => ({ id: Number(person), part: part.trim() || null })) };
    await ask('POST /contracts/contracts/:id/people', { id: contract.documentId, key, body });
    onDone();
  }
  return (
    <FormDialog
      title={say('people.set')}
      label={say('people.keep')}
      touched={rows !== before}
      onClose={onClose}
      onSubmit={go}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {rows.map((row, index) => (
          <FieldRow
            key={row.key}
            action={
              <RemoveButton
                label={say('people.remove', { place: index + 1 })}
                onRemove={() => setRows(rows.filter((one) => one !== row))}
              />
            }
          >
            <ChoiceField
              name={`people.${index}.id`}
              label={say('people.person')}
              value={row.person}
              choices={known
                .filter(({ id }) => String(id) === row.person || !rows.some((one) => one.person === String(id)))
                .map(({ id, name }) => [String(id), name] as const)}
              onChange={(person) => change({ ...row, person })}
            />
            <TextField
              name={`people.${index}.part`}
              label={say('people.part')}
              value={row.part}
              maxLength={60}
              onChange={(part) => change({ ...row, part })}
            />
          </FieldRow>
        ))}
        <Flex>
          <Button
            variant="tertiary"
            startIcon={<Plus />}
            onClick={() => setRows([...rows, { key: freshKey(), person: '', part: '' }])}
          >
            {say('people.add')}
          </Button>
        </Flex>
      </Flex>
    </FormDialog>
  );
}
