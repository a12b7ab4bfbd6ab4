import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { DataTable, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type Preview, type Role, ROLES } from './types';
import type { Mapped } from './upload';

const NONE = 'none';

export interface MapperProps {
  preview: Preview;
  mapped: Mapped | undefined;
  onMap: (mapping: Mapped) => void;
}

/** Which column says what, of a bank that is not known yet; kept by a name, it is known the next time. */
export function Mapper({ preview, mapped, onMap }: MapperProps) {
  const say = useSay('billing');
  const [columns, setColumns] = useState<Mapped['columns']>(mapped?.columns ?? {});
  const [dateOrder, setDateOrder] = useState<Mapped['dateOrder']>(mapped?.dateOrder ?? 'dmy');
  const [saveAs, setSaveAs] = useState(mapped?.saveAs ?? '');
  const headings = [...new Set(preview.header.filter((heading) => heading.trim() !== ''))];
  const enough = columns.date !== undefined && (columns.deposit !== undefined || columns.amount !== undefined);
  const choose = (role: Role, heading: string): void =>
    setColumns(({ [role]: _, ...others }) => (heading === NONE ? others : { ...others, [role]: heading }));
  return (
    <Panel title={say('statements.map_title')}>
      <Typography textColor="neutral600">{say('statements.map_hint')}</Typography>
      {'sample' in preview && (
        <Box paddingTop={4} style={{ overflowX: 'auto' }}>
          <DataTable
            columns={preview.header.map((heading, at) => ({
              key: `${at}`,
              title: heading,
              cell: (row: { cells: string[] }) => row.cells[at] ?? '',
            }))}
            rows={preview.sample.map((cells, at) => ({ cells, at }))}
            keyOf={({ at }) => `${at}`}
            empty={say('statements.no_rows')}
          />
        </Box>
      )}
      <Grid.Root gap={4} paddingTop={4}>
        {ROLES.map((role) => (
          <Grid.Item key={role} col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name={role} required={role === 'date'}>
              <Field.Label>{say(`statements.role.${role}`)}</Field.Label>
              <SingleSelect
                aria-label={say(`statements.role.${role}`)}
                value={columns[role] ?? NONE}
                onChange={(value) => choose(role, String(value))}
              >
                <SingleSelectOption value={NONE}>–</SingleSelectOption>
                {headings.map((heading) => (
                  <SingleSelectOption key={heading} value={heading}>
                    {heading}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Grid.Item>
        ))}
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="dateOrder">
            <Field.Label>{say('statements.date_order')}</Field.Label>
            <SingleSelect value={dateOrder} onChange={(value) => setDateOrder(value === 'mdy' ? 'mdy' : 'dmy')}>
              <SingleSelectOption value="dmy">{say('statements.order.dmy')}</SingleSelectOption>
              <SingleSelectOption value="mdy">{say('statements.order.mdy')}</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="saveAs" hint={say('statements.save_hint')}>
            <Field.Label>{say('statements.save_as')}</Field.Label>
            <TextInput value={saveAs} maxLength={60} onChange={(event) => setSaveAs(event.target.value)} />
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Box paddingTop={4}>
        <Button disabled={!enough} onClick={() => onMap({ columns, dateOrder, saveAs: saveAs.trim() })}>
          {say('statements.map')}
        </Button>
      </Box>
    </Panel>
  );
}
