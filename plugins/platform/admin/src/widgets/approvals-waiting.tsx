import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { FigureWidget, useSay } from '../ui';
import { useInbox } from '../pages/approvals/use-inbox';

/** How much waits for the reader's decision. */
export function ApprovalsWaiting() {
  const say = useSay('platform');
  const { data, error } = useInbox();
  return (
    <FigureWidget error={error} count={data?.waiting} urgent>
      <Link tag={NavLink} to="/plugins/platform/approvals">
        {say('widget.approvals')}
      </Link>
    </FigureWidget>
  );
}
