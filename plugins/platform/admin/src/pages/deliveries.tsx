import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { DeliveryDetail } from './deliveries/delivery-detail';
import { DeliveryList } from './deliveries/delivery-list';
import { READ_DELIVERIES } from './deliveries/types';

/** All mails: what left, what waits, and what was given up. */
export default function DeliveriesPage() {
  return (
    <Page.Protect permissions={[...READ_DELIVERIES]}>
      <Routes>
        <Route index element={<DeliveryList />} />
        <Route path=":id" element={<DeliveryDetail />} />
      </Routes>
    </Page.Protect>
  );
}
