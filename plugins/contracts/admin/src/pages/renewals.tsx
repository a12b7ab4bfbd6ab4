import { Page } from '@strapi/strapi/admin';
import { Cockpit } from './renewals/cockpit';

export default function Renewals() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::contracts.renewal.read', subject: null }]}>
      <Cockpit />
    </Page.Protect>
  );
}
