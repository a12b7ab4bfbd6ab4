import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useSay } from '../ui';
import { useInbox } from '../pages/approvals/use-inbox';

/** How much waits for the reader's decision. */
export function ApprovalsWaiting() {
  const say = useSay('platform');
  const { data, error } = useInbox();
  if (error !== undefined) return <Widget.Error />;
  if (data === undefined) return <Widget.Loading />;
  return (
    <Flex direction="column" justifyContent="center" gap={2} height="100%">
      <Typography
        fontWeight="bold"
        textColor={data.waiting > 0 ? 'danger600' : 'neutral800'}
        style={{ fontSize: '4rem', lineHeight: 1.2 }}
      >
        {say('ui.count', { count: data.waiting })}
      </Typography>
      <Link tag={NavLink} to="/plugins/platform/approvals">
        {say('widget.approvals')}
      </Link>
    </Flex>
  );
}
