import { Button, Flex } from '@strapi/design-system';
import { useSay } from '../../ui';

interface PagerProps {
  /** Number of the last row shown. */
  last: number | undefined;
  count: number;
  page: number;
  before: number | undefined;
  onMove: (before: number | undefined) => void;
}

/** A log has no last page: back to the latest, or on to what was earlier. */
export function Pager({ last, count, page, before, onMove }: PagerProps) {
  const say = useSay('platform');
  if (before === undefined && count < page) return null;
  return (
    <Flex gap={2} justifyContent="flex-end">
      <Button variant="tertiary" disabled={before === undefined} onClick={() => onMove(undefined)}>
        {say('events.latest')}
      </Button>
      <Button variant="tertiary" disabled={count < page} onClick={() => onMove(last)}>
        {say('events.earlier')}
      </Button>
    </Flex>
  );
}
