import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import {
  DateText,
  FieldRow,
  percentText,
  PercentField,
  TypedDate,
  useProblem,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { entriesOf } from './entries';
import { RemoveEntry } from './remove-entry';
import type { TaxCategory } from './types';

type Rate = TaxCategory['rates'][number];

interface TaxRatesProps {
  name: string;
  rates: readonly Rate[];
  kept: readonly Rate[];
  disabled: boolean;
  onChange: (rates: Rate[]) => void;
}

/** The rates of one category by the day they begin: those that have begun are history, one to come may be changed. */
export function TaxRates({ name, rates, kept, disabled, onChange }: TaxRatesProps) {
  const say = useSay('billing');
  const { today } = useToday();
  const problem = useProblem(name, { whole: false });
  const isPast = (rate: Rate): boolean =>
    rate.from <= today && kept.some((one) => one.from === rate.from && one.ppm === rate.ppm);
  const inForce = rates.filter((rate) => rate.from <= today).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  const { change, remove, add } = entriesOf(rates, onChange);

  return (
    <Box background="neutral100" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {rates.map((rate, index) =>
          isPast(rate) ? (
            <Flex key={index} gap={4} wrap="wrap">
              <Typography fontWeight="semiBold">{percentText(rate.ppm)} %</Typography>
              <Typography textColor="neutral600">
                {say('category.from')} <DateText at={rate.from} />
              </Typography>
              <Badge variant={rate === inForce ? 'success' : 'neutral'}>
                {say(rate === inForce ? 'category.in_force' : 'category.past')}
              </Badge>
            </Flex>
          ) : (
            <FieldRow key={index} action={!disabled && <RemoveEntry onRemove={() => remove(index)} />}>
              <PercentField
                name={`${name}.${index}.ppm`}
                label={say('category.rate')}
                required
                disabled={disabled}
                value={rate.ppm}
                onChange={(ppm) => change(index, { ppm })}
              />
              <TypedDate
                name={`${name}.${index}.from`}
                label={say('category.from')}
                required
                disabled={disabled}
                value={rate.from}
                onChange={(from) => change(index, { from })}
              />
            </FieldRow>
          ),
        )}
        {problem !== undefined && (
          <Typography textColor="danger600" variant="pi">
            {problem}
          </Typography>
        )}
        {!disabled && (
          <Flex>
            <Button
              type="button"
              size="S"
              variant="tertiary"
              startIcon={<Plus />}
              onClick={() => add({ from: addDays(today, 1), ppm: inForce?.ppm ?? 0 })}
            >
              {say('category.new_rate')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
