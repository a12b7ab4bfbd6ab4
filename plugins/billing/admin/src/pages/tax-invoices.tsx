import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { PaperList } from './tax-papers/paper-list';
import { ReceiptDetail } from './tax-papers/receipt-detail';
import { TaxInvoiceDetail } from './tax-papers/tax-invoice-detail';

export default function TaxInvoices() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.tax-invoice' }]}
    >
      <Routes>
        <Route index element={<PaperList />} />
        <Route path="receipts/:id" element={<ReceiptDetail />} />
        <Route path=":id" element={<TaxInvoiceDetail />} />
      </Routes>
    </Page.Protect>
  );
}
