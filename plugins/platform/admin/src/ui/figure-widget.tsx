import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useSay } from './language';

export interface FigureWidgetProps {
  /** Undefined: not known yet. */
  count: number | undefined;
  /** There are more than were counted. */
  capped?: boolean;
  error: unknown;
  /** More than none wants somebody's attention. */
  urgent?: boolean;
  /** What it counts, or the way to that. */
  children: ReactNode;
}

/** One figure on the home page. */
export function FigureWidget({ count, capped = false, error, urgent = false, children }: FigureWidgetProps) {
  const say = useSay('platform');
  if (error !== undefined) return <Widget.Error />;
  if (count === undefined) return <Widget.Loading />;
  return (
    <Flex direction="column" justifyContent="center" gap={2} height="100%">
      <Typography
        fontWeight="bold"
        textColor={urgent && count > 0 ? 'danger600' : 'neutral800'}
        style={{ fontSize: '4rem', lineHeight: 1.2 }}
      >
        {say(capped ? 'ui.count_or_more' : 'ui.count', { count })}
      </Typography>
      {children}
    </Flex>
  );
}
