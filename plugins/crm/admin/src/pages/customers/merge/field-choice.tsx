import { Box, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../../types';
import type { FieldRow } from './field-rows';

export interface FieldChoiceProps {
  row: FieldRow;
  stays: Customer;
  goes: Customer;
  /** What the one that goes says holds from now on. */
  isTaken: boolean;
  onChange: (isTaken: boolean) => void;
}

/** One thing that two customers say differently, side by side. */
export function FieldChoice({ row, stays, goes, isTaken, onChange }: FieldChoiceProps) {
  const say = useSay('crm');
  return (
    <Box borderColor="neutral150" paddingTop={3} paddingBottom={3} style={{ borderWidth: '1px 0 0' }}>
      <Radio.Group
        aria-label={row.label}
        value={isTaken ? 'goes' : 'stays'}
        onValueChange={(value) => onChange(value === 'goes')}
      >
        <Grid.Root gap={4}>
          <Grid.Item col={4} xs={12} alignItems="flex-start">
            <Typography fontWeight="semiBold">{row.label}</Typography>
          </Grid.Item>
          {([stays, goes] as const).map((customer, index) => (
            <Grid.Item key={customer.documentId} col={4} xs={6} alignItems="flex-start">
              <Flex alignItems="flex-start">
                <Radio.Item value={index === 0 ? 'stays' : 'goes'}>
                  <span style={{ whiteSpace: 'pre-line' }}>{row.text(customer) || say('merge.nothing')}</span>
                </Radio.Item>
              </Flex>
            </Grid.Item>
          ))}
        </Grid.Root>
      </Radio.Group>
    </Box>
  );
}
