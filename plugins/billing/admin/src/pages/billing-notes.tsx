import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { BillingNoteDetail } from './billing-notes/billing-note-detail';
import { BillingNoteList } from './billing-notes/billing-note-list';
import { Proposals } from './billing-notes/proposals';

export default function BillingNotes() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.billing-note' }]}
    >
      <Routes>
        <Route index element={<BillingNoteList />} />
        <Route path="new" element={<Proposals />} />
        <Route path=":id" element={<BillingNoteDetail />} />
      </Routes>
    </Page.Protect>
  );
}
