import { Flex, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  CheckField,
  ChoiceField,
  FieldRow,
  useLanguage,
  useProblem,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { OptionChoice, OptionGroup } from '../../../../../server/src/domain/options';
import { optionName } from '../../../product-shown';
import type { ChosenOptions } from './types';

interface LineOptionsProps {
  /** Path of the line in the order. */
  at: string;
  groups: readonly OptionGroup[];
  chosen: ChosenOptions;
  onChange: (chosen: ChosenOptions) => void;
}

/** What is chosen of a product on one line. */
export function LineOptions({ at, groups, chosen, onChange }: LineOptionsProps) {
  const say = useSay('sales');
  const language = useLanguage();
  const { currency } = useToday();
  const refused = useProblem(`${at}.options`);
  const named = (choice: OptionChoice): string => {
    const adds = BigInt(choice.priceDelta);
    const sign = adds > 0n ? '+' : '';
    return adds === 0n
      ? optionName(choice, language)
      : `${optionName(choice, language)} (${sign}${formatMoney(adds, currency)})`;
  };
  const taken = (group: OptionGroup): readonly string[] => chosen[group.code] ?? [];
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={3}>
      <FieldRow>
        {groups
          .filter(({ many }) => !many)
          .map((group) => (
            <ChoiceField
              key={group.code}
              name={`${at}.options.${group.code}`}
              label={optionName(group, language)}
              required={group.required}
              value={taken(group)[0] ?? ''}
              choices={group.choices.map((choice) => [choice.code, named(choice)] as const)}
              clearLabel={group.required ? undefined : say('option.none_chosen')}
              onChange={(code) => onChange({ ...chosen, [group.code]: code === '' ? [] : [code] })}
            />
          ))}
      </FieldRow>
      {groups
        .filter(({ many }) => many)
        .map((group) => (
          <Flex key={group.code} gap={6} wrap="wrap">
            <Typography variant="pi" fontWeight="bold">
              {optionName(group, language)}
            </Typography>
            {group.choices.map((choice) => (
              <CheckField
                key={choice.code}
                name={`${at}.options.${group.code}.${choice.code}`}
                label={named(choice)}
                checked={taken(group).includes(choice.code)}
                onChange={(checked) =>
                  onChange({
                    ...chosen,
                    [group.code]: checked
                      ? [...taken(group), choice.code]
                      : taken(group).filter((code) => code !== choice.code),
                  })
                }
              />
            ))}
          </Flex>
        ))}
      {refused !== undefined && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {refused}
        </Typography>
      )}
    </Flex>
  );
}
