import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { OrderDetail } from './orders/order-detail';
import { OrderList } from './orders/order-list';

export default function Orders() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.order' }]}>
      <Routes>
        <Route index element={<OrderList />} />
        <Route path=":id" element={<OrderDetail />} />
      </Routes>
    </Page.Protect>
  );
}
