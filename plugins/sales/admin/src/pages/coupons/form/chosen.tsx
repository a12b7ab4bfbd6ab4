import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

export interface ChosenProps {
  rows: readonly { key: string; name: string }[];
  onRemove: (key: string) => void;
}

/** What was chosen so far; a press takes it away again. */
export const Chosen = ({ rows, onRemove }: ChosenProps) =>
  rows.length === 0 ? null : (
    <Flex gap={2} wrap="wrap" paddingTop={2}>
      {rows.map(({ key, name }) => (
        <Tag key={key} icon={<Cross aria-hidden />} onClick={() => onRemove(key)}>
          {name}
        </Tag>
      ))}
    </Flex>
  );
