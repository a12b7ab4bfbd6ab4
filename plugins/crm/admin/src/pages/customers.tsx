import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { CustomerDetail } from './customers/customer-detail';
import { CustomerList } from './customers/customer-list';

export default function Customers() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.customer' }]}>
      <Routes>
        <Route index element={<CustomerList />} />
        <Route path=":id" element={<CustomerDetail />} />
      </Routes>
    </Page.Protect>
  );
}
