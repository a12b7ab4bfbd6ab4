import { Button, Flex, Typography } from '@strapi/design-system';
import { SearchPicker, useSay } from '@sanya/strapi-plugin-platform/ui';

/** The exact thing that a line is about. */
export interface ChosenItem {
  documentId: string;
  name: string;
}

interface Item {
  documentId: string;
  serial: string | null;
  site: string | null;
  product?: { name: string } | null;
}

interface ItemPickerProps {
  name: string;
  /** Whose things; document id. */
  customer: string;
  item: ChosenItem | null;
  onChange: (item: ChosenItem | null) => void;
}

const shown = ({ product, serial, site }: Item): string => [product?.name, serial, site].filter(Boolean).join(' · ');

/** One of the things that a customer has from us, by its name, serial number or place. */
export function ItemPicker({ name, customer, item, onChange }: ItemPickerProps) {
  const say = useSay('contracts');
  if (item) {
    return (
      <Flex justifyContent="space-between" gap={2}>
        <Typography>{say('line.of_item', { item: item.name })}</Typography>
        <Button variant="tertiary" size="S" onClick={() => onChange(null)}>
          {say('line.other_item')}
        </Button>
      </Flex>
    );
  }
  return (
    <SearchPicker<Item>
      name={name}
      label={say('field.installed_item')}
      placeholder={say('line.find_item')}
      url="/sales/installed-items"
      asked={(text) => ({
        filters: {
          $and: [
            { customer: { documentId: { $eq: customer } }, removedOn: { $null: true } },
            {
              $or: [
                ...['serial', 'site'].map((key) => ({ [key]: { $containsi: text } })),
                { product: { name: { $containsi: text } } },
              ],
            },
          ],
        },
        populate: { product: true },
        sort: 'id:desc',
      })}
      keyOf={({ documentId }) => documentId}
      show={shown}
      onChoose={(one) => onChange({ documentId: one.documentId, name: shown(one) })}
      nothing={say('line.no_item')}
    />
  );
}
