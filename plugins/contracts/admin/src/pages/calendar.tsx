import { Page } from '@strapi/strapi/admin';
import { ExpiryCalendar } from './calendar/expiry-calendar';

export default function Calendar() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::contracts.renewal.read', subject: null }]}>
      <ExpiryCalendar />
    </Page.Protect>
  );
}
