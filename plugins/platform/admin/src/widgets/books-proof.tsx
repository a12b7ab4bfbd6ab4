import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useAnswer } from '../doors';
import { DateText, useSay } from '../ui';

/** Whether the books added up when they were last proven. */
export function BooksProof() {
  const say = useSay('platform');
  const { data, error } = useAnswer('GET /platform/proof/last', {});
  if (error !== undefined) return <Widget.Error />;
  if (data === undefined) return <Widget.Loading />;
  if (data === null) return <Widget.NoData>{say('proof.not_yet')}</Widget.NoData>;
  return (
    <Flex direction="column" justifyContent="center" gap={2} height="100%">
      <Typography
        fontWeight="bold"
        textColor={data.discrepancies > 0 ? 'danger600' : 'neutral800'}
        style={{ fontSize: '4rem', lineHeight: 1.2 }}
      >
        {say('ui.count', { count: data.discrepancies })}
      </Typography>
      <Typography>{say('proof.discrepancies', { count: data.discrepancies })}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('proof.proven_at')} <DateText at={data.provenAt} />
      </Typography>
    </Flex>
  );
}
