import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useAnswer } from '../doors';
import { FigureWidget, useSay } from '../ui';

/** Runs of the last days that could not be carried out: something that staff count on did not happen. */
export function FailedWorkflows() {
  const say = useSay('platform');
  const { data, error } = useAnswer('GET /platform/workflows', {});
  return (
    <FigureWidget error={error} count={data?.reduce((sum, { runs }) => sum + runs.failed, 0)} urgent>
      <Link tag={NavLink} to="/plugins/platform/workflows">
        {say('widget.workflows')}
      </Link>
    </FigureWidget>
  );
}
