import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { NoteDetail } from './tax-papers/note-detail';
import { PaperList } from './tax-papers/paper-list';
import { ReceiptDetail } from './tax-papers/receipt-detail';
import { TaxInvoiceDetail } from './tax-papers/tax-invoice-detail';
import { PAPER_KINDS, READ } from './tax-papers/types';

export default function TaxInvoices() {
  return (
    <Page.Protect permissions={Object.values(PAPER_KINDS).map((subject) => ({ action: READ, subject }))}>
      <Routes>
        <Route index element={<PaperList />} />
        <Route path="receipts/:id" element={<ReceiptDetail />} />
        <Route path="credit-notes/:id" element={<NoteDetail kind="credit-notes" />} />
        <Route path="debit-notes/:id" element={<NoteDetail kind="debit-notes" />} />
        <Route path=":id" element={<TaxInvoiceDetail />} />
      </Routes>
    </Page.Protect>
  );
}
