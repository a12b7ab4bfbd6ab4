import { Button, Flex } from '@strapi/design-system';
import { ChoiceField, FieldCell, Fields, Panel, TypedDate, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { PRESETS, presetPeriod } from '../../shown';
import type { Offer, Period } from '../../types';
import type { Asked } from '../../use-filters';
import { CustomerFilter } from './customer-filter';

export interface ReportFiltersProps {
  offer: Offer;
  asked: Asked;
  /** As the report was read; before it is, only what was asked. */
  period: Period | undefined;
  change: (changes: Asked) => void;
}

const COMPARE = ['previous', 'year'] as const;

function BranchFilter({ value, onChange }: { value: string; onChange: (branch: string) => void }) {
  const say = useSay('reports');
  const { data } = useAnswer('GET /reports/branches', {});
  return (
    <ChoiceField
      name="branch"
      label={say('filter.branch')}
      placeholder={say('filter.all')}
      clearLabel={say('filter.all')}
      value={value}
      choices={(data ?? []).map(({ branch, code, name }) => [branch, `${code} ${name}`] as const)}
      onChange={onChange}
    />
  );
}

/** What a report takes to be narrowed by; what it does not take is not asked. */
export function ReportFilters({ offer, asked, period, change }: ReportFiltersProps) {
  const say = useSay('reports');
  const { today } = useToday();
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {offer.time === 'period' && (
          <Flex gap={2} wrap="wrap">
            {PRESETS.map((preset) => (
              <Button
                key={preset}
                variant="tertiary"
                size="S"
                onClick={() => change({ ...presetPeriod(preset, today) })}
              >
                {say(`preset.${preset}`)}
              </Button>
            ))}
          </Flex>
        )}
        <Fields>
          {offer.time === 'period' && (
            <FieldCell width={3}>
              <TypedDate
                name="from"
                label={say('filter.from')}
                value={asked.from ?? period?.from ?? ''}
                onChange={(from) => change({ from })}
              />
            </FieldCell>
          )}
          <FieldCell width={3}>
            <TypedDate
              name="to"
              label={say(offer.time === 'day' ? 'filter.on' : 'filter.to')}
              value={asked.to ?? period?.to ?? ''}
              onChange={(to) => change({ to })}
            />
          </FieldCell>
          {offer.by.length > 1 && (
            <FieldCell width={3}>
              <ChoiceField
                name="by"
                label={say('filter.by')}
                value={asked.by ?? offer.by[0]?.code ?? ''}
                choices={offer.by.map(({ code, title }) => [code, title] as const)}
                onChange={(by) => change({ by })}
              />
            </FieldCell>
          )}
          <FieldCell width={3}>
            <ChoiceField
              name="compare"
              label={say('filter.compare')}
              placeholder={say('compare.nothing')}
              clearLabel={say('compare.nothing')}
              value={asked.compare ?? ''}
              choices={COMPARE.map((one) => [one, say(`compare.${one}`)] as const)}
              onChange={(compare) => change({ compare })}
            />
          </FieldCell>
          {offer.branch && (
            <FieldCell width={3}>
              <BranchFilter value={asked.branch ?? ''} onChange={(branch) => change({ branch })} />
            </FieldCell>
          )}
          {offer.customer !== null && (
            <FieldCell width={6}>
              <CustomerFilter
                value={asked.customer}
                required={offer.customer === 'required'}
                onChange={(customer) => change({ customer })}
              />
            </FieldCell>
          )}
        </Fields>
      </Flex>
    </Panel>
  );
}
