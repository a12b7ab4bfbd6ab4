import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { InvoiceDetail } from './invoices/invoice-detail';
import { InvoiceList } from './invoices/invoice-list';

export default function Invoices() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.invoice' }]}
    >
      <Routes>
        <Route index element={<InvoiceList />} />
        <Route path=":id" element={<InvoiceDetail />} />
      </Routes>
    </Page.Protect>
  );
}
