import { Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useAnswer } from '../doors';
import { DateText, FigureWidget, useSay } from '../ui';

/** Whether the books added up when they were last proven. */
export function BooksProof() {
  const say = useSay('platform');
  const { data, error } = useAnswer('GET /platform/proof/last', {});
  if (data === null) return <Widget.NoData>{say('proof.not_yet')}</Widget.NoData>;
  return (
    <FigureWidget error={error} count={data?.discrepancies} urgent>
      <Typography>{say('proof.discrepancies', { count: data?.discrepancies ?? 0 })}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('proof.proven_at')} <DateText at={data?.provenAt ?? null} />
      </Typography>
    </FigureWidget>
  );
}
