import { Page } from '@strapi/strapi/admin';
import { FindService } from './service-id/find-service';

export default function ServiceId() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::contracts.contract.find', subject: null }]}>
      <FindService />
    </Page.Protect>
  );
}
