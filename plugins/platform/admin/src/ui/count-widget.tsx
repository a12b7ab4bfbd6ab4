import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Params } from './client';
import { FigureWidget } from './figure-widget';
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

/** How many there are of a list, and the way to them. */
export function CountWidget({ url, filters, to, label, urgent }: CountWidgetProps) {
  const { data, meta, error } = useApi<unknown[]>(url, {
    filters,
    fields: ['documentId'],
    pagination: { pageSize: 1 },
  });
  const { total = 0, capped } = meta.pagination ?? {};
  return (
    <FigureWidget {...{ error, urgent, capped }} count={data && total}>
      <Link tag={NavLink} to={to}>
        {label}
      </Link>
    </FigureWidget>
  );
}
