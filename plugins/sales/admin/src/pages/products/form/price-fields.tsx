import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  ChoiceField,
  FieldCell,
  Fields,
  listEdits,
  MoneyField,
  Panel,
  RemoveButton,
  TextField,
  TypedDate,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { PERIODS } from '../../../../../server/src/domain/catalogue';
import { PRICE_MODELS } from '../../../../../server/src/domain/tiers';
import { NEW_PRICE, type PriceValues } from '../../../product-values';
import { NEW_TIER } from '../../../tier-values';
import { TierFields } from './tier-fields';

export interface PriceFieldsProps {
  prices: readonly PriceValues[];
  /** Whether the settings say that prices include VAT; undefined where that is not known. */
  settingsInclude: boolean | undefined;
  change: (prices: PriceValues[], field?: string) => void;
  errorAt: (field: string) => string | undefined;
}

/** The first tier takes over the price that was typed, and gives it back. */
function modelChosen(price: PriceValues, typed: string): Partial<PriceValues> {
  const model = PRICE_MODELS.find((one) => one === typed) ?? 'fixed';
  if (model === 'fixed') return { model, unitPrice: price.unitPrice || (price.tiers[0]?.unitPrice ?? '') };
  const tiers = price.tiers.length > 0 ? price.tiers : [{ from: '1', unitPrice: price.unitPrice }, NEW_TIER];
  return { model, tiers };
}

/** Prices as a list. One that was saved is not taken away but ended: orders may have used it. */
export function PriceFields({ prices, settingsInclude, change, errorAt }: PriceFieldsProps) {
  const say = useSay('sales');
  const { currency } = useToday();
  const edits = listEdits({ at: 'prices', rows: prices, change, errorAt });
  const asSettings =
    settingsInclude === undefined
      ? say('tax.as_settings')
      : say('tax.as_settings_are', { tax: say(settingsInclude ? 'tax.in' : 'tax.out') });

  return (
    <Panel title={say('product.prices')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {prices.map((price, index) => {
          const put = (part: Partial<PriceValues>, name?: string): void => edits.put(index, part, name);
          const field = edits.text(price, index);
          const recurs = price.per !== 'one_time';
          const isTiered = price.model !== 'fixed';
          return (
            <Box
              key={price.documentId || index}
              paddingBottom={4}
              borderStyle="solid"
              borderWidth="0 0 1px 0"
              borderColor="neutral150"
            >
              <Fields>
                {!isTiered && (
                  <FieldCell width={3}>
                    <MoneyField
                      {...field('unitPrice')}
                      required
                      label={say('field.price')}
                      placeholder="1,500.00"
                      currency={currency}
                      unit={currency === 'THB' ? say('product.baht') : currency}
                    />
                  </FieldCell>
                )}
                <FieldCell width={3}>
                  <ChoiceField
                    {...field('per')}
                    label={say('field.per')}
                    choices={PERIODS.map((per) => [per, say(`per.${per}`)])}
                  />
                </FieldCell>
                <FieldCell width={6}>
                  <ChoiceField
                    {...field('model')}
                    label={say('field.price_model')}
                    choices={PRICE_MODELS.map((model) => [model, say(`price_model.${model}`)])}
                    onChange={(model) => put(modelChosen(price, model), `prices.${index}.model`)}
                  />
                </FieldCell>
                <FieldCell width={6}>
                  <ChoiceField
                    {...field('tax')}
                    label={say('field.tax')}
                    placeholder={asSettings}
                    clearLabel={say('tax.as_settings')}
                    choices={[
                      ['in', say('tax.in')],
                      ['out', say('tax.out')],
                    ]}
                  />
                </FieldCell>
                <FieldCell width={3}>
                  <TypedDate {...field('validFrom')} label={say('field.valid_from')} />
                </FieldCell>
                <FieldCell width={3}>
                  <TypedDate {...field('validTo')} label={say('field.valid_to')} />
                </FieldCell>
                <FieldCell width={3}>
                  <TextField {...field('label')} label={say('field.label')} maxLength={100} />
                </FieldCell>
                <FieldCell width={3}>
                  <TextField {...field('labelEn')} label={say('field.label_en')} maxLength={100} />
                </FieldCell>
                <FieldCell width={3}>
                  <MoneyField {...field('setupFee')} label={say('field.setup_fee')} unit={say('product.baht')} />
                </FieldCell>
                {recurs && (
                  <>
                    <FieldCell width={3}>
                      <TextField
                        {...field('trialDays')}
                        label={say('field.trial')}
                        inputMode="numeric"
                        unit={say('price.days')}
                      />
                    </FieldCell>
                    <FieldCell width={3}>
                      <TextField
                        {...field('minimumMonths')}
                        label={say('field.minimum_term')}
                        inputMode="numeric"
                        unit={say('price.months')}
                      />
                    </FieldCell>
                  </>
                )}
              </Fields>
              {isTiered && (
                <TierFields
                  at={`prices.${index}`}
                  tiers={price.tiers}
                  change={(tiers, name) => put({ tiers }, name)}
                  errorAt={errorAt}
                />
              )}
              <Flex justifyContent="space-between" paddingTop={3}>
                {isTiered ? (
                  <Button
                    variant="tertiary"
                    startIcon={<Plus />}
                    onClick={() => put({ tiers: [...price.tiers, NEW_TIER] }, `prices.${index}.tiers`)}
                  >
                    {say('price.add_tier')}
                  </Button>
                ) : (
                  <span />
                )}
                {price.documentId === '' && (
                  <RemoveButton
                    label={say('price.remove', { number: index + 1 })}
                    onRemove={() => edits.remove(index)}
                  />
                )}
              </Flex>
            </Box>
          );
        })}
        <Flex justifyContent="flex-start">
          <Button variant="secondary" startIcon={<Plus />} onClick={() => edits.add(NEW_PRICE)}>
            {say('price.add')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
