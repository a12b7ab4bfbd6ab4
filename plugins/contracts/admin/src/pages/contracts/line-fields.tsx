import {
  ChoiceField,
  FieldCell,
  Fields,
  MoneyField,
  Panel,
  RemoveButton,
  TextField,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { CYCLE_UNITS } from '../../../../server/src/domain/cycle';
import { BILLED_IN } from '../../../../server/src/domain/periods-due';
import { ALIGNMENTS, SUSPENSION_POLICIES } from '../../../../server/src/domain/schedule';
import type { LineValues } from '../../contract-values';
import { EntitlementFields } from './entitlements/entitlement-fields';
import { ItemPicker } from './item-picker';

interface LineFieldsProps {
  index: number;
  line: LineValues;
  /** With whom; document id. */
  customer: string | undefined;
  onChange: (part: Partial<LineValues>) => void;
  onRemove: (() => void) | undefined;
}

type Typed = 'description' | 'quantity' | 'unit' | 'unitPrice' | 'cycleCount' | 'leadDays' | 'minimumMonths';

/** What is promised in one line, at which price, and how it is billed. */
export function LineFields({ index, line, customer, onChange, onRemove }: LineFieldsProps) {
  const say = useSay('contracts');
  const { currency } = useToday();
  const maySeeItems = useMay()('plugin::content-manager.explorer.read', 'plugin::sales.installed-item');
  const typed = (key: Typed, label: string, name: string = key) => ({
    ...{ name: `lines.${index}.${name}`, label: say(label), value: line[key] },
    onChange: (text: string) => onChange({ [key]: text }),
  });
  const chosen = <Key extends 'cycleUnit' | 'billedIn' | 'alignment' | 'whileSuspended'>(
    key: Key,
    label: string,
    words: string,
    choices: readonly LineValues[Key][],
  ) => ({
    ...{ name: `lines.${index}.${key}`, label: say(label), value: line[key] },
    choices: choices.map((one) => [one, say(`${words}.${one}`)] as const),
    onChange: (one: string) => onChange({ [key]: one }),
  });
  return (
    <Panel
      title={say('line.title', { number: index + 1 })}
      aside={onRemove && <RemoveButton label={say('line.remove', { number: index + 1 })} onRemove={onRemove} />}
    >
      <Fields>
        <FieldCell width={12}>
          <TextField {...typed('description', 'field.description')} required maxLength={300} />
        </FieldCell>
        {customer !== undefined && maySeeItems && (
          <FieldCell width={12}>
            <ItemPicker
              name={`lines.${index}.installedItem`}
              customer={customer}
              item={line.installedItem}
              onChange={(installedItem) => onChange({ installedItem })}
            />
          </FieldCell>
        )}
        <FieldCell width={4}>
          <MoneyField {...typed('unitPrice', 'field.unit_price')} required currency={currency} />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...typed('quantity', 'field.quantity')} required inputMode="decimal" />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...typed('unit', 'field.unit')} maxLength={40} />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...typed('cycleCount', 'line.count', 'cycle.count')} required inputMode="numeric" />
        </FieldCell>
        <FieldCell width={4}>
          <ChoiceField {...chosen('cycleUnit', 'field.cycle', 'unit', CYCLE_UNITS)} />
        </FieldCell>
        <FieldCell width={4}>
          <ChoiceField {...chosen('alignment', 'field.alignment', 'alignment', ALIGNMENTS)} />
        </FieldCell>
        <FieldCell width={4}>
          <ChoiceField {...chosen('billedIn', 'field.billed_in', 'billed_in', BILLED_IN)} />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...typed('leadDays', 'field.lead_days')} inputMode="numeric" />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...typed('minimumMonths', 'field.minimum_months')} inputMode="numeric" />
        </FieldCell>
        <FieldCell width={12}>
          <ChoiceField {...chosen('whileSuspended', 'field.while_suspended', 'policy', SUSPENSION_POLICIES)} />
        </FieldCell>
        <FieldCell width={12}>
          <EntitlementFields
            at={`lines.${index}.`}
            values={line.entitlements}
            onChange={(entitlements) => onChange({ entitlements })}
          />
        </FieldCell>
      </Fields>
    </Panel>
  );
}
