import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { Params } from './client';
import { useSay } from './language';
import { useApi } from './use-api';

export interface CountWidgetProps {
  /** A list door whose rows are counted. */
  url: string;
  filters: Params;
  /** The page that shows them. */
  to: string;
  label: string;
  /** More than none wants somebody's attention. */
  urgent?: boolean;
}

/** One figure on the home page, and the way to what it counts. */
export function CountWidget({ url, filters, to, label, urgent = false }: CountWidgetProps) {
  const say = useSay('platform');
  const { data, meta, error } = useApi<unknown[]>(url, {
    filters,
    fields: ['documentId'],
    pagination: { pageSize: 1 },
  });
  if (error !== undefined) return <Widget.Error />;
  if (data === undefined) return <Widget.Loading />;
  const total = meta.pagination?.total ?? 0;
  return (
    <Flex direction="column" justifyContent="center" gap={2} height="100%">
      <Typography
        fontWeight="bold"
        textColor={urgent && total > 0 ? 'danger600' : 'neutral800'}
        style={{ fontSize: '4rem', lineHeight: 1.2 }}
      >
        {say(meta.pagination?.capped ? 'ui.count_or_more' : 'ui.count', { count: total })}
      </Typography>
      <Link tag={NavLink} to={to}>
        {label}
      </Link>
    </Flex>
  );
}
