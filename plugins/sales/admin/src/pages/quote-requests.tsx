import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { RequestDetail } from './quote-requests/request-detail';
import { RequestList } from './quote-requests/request-list';

const QUOTING = [{ action: 'plugin::sales.quote.edit', subject: null }];

export default function QuoteRequests() {
  return (
    <Page.Protect permissions={QUOTING}>
      <Routes>
        <Route index element={<RequestList />} />
        <Route path=":id" element={<RequestDetail />} />
      </Routes>
    </Page.Protect>
  );
}
