import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { NewOrder } from './orders/new-order/new-order';
import { OrderDetail } from './orders/order-detail';
import { OrderList } from './orders/order-list';

export default function Orders() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.order' }]}>
      <Routes>
        <Route index element={<OrderList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={[{ action: 'plugin::sales.order.enter', subject: null }]}>
              <NewOrder />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<OrderDetail />} />
      </Routes>
    </Page.Protect>
  );
}
