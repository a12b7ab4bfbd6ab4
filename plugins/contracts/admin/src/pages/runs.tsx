import { Page } from '@strapi/strapi/admin';
import { RunList } from './runs/run-list';

export default function Runs() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::contracts.billing-run' }]}
    >
      <RunList />
    </Page.Protect>
  );
}
