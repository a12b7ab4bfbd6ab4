import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { EditQuote } from './quotes/edit-quote';
import { NewQuote } from './quotes/new-quote';
import { QuoteDetail } from './quotes/quote-detail';
import { QuoteList } from './quotes/quote-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.quote' }];
const EDIT = [{ action: 'plugin::sales.quote.edit', subject: null }];

export default function Quotes() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<QuoteList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={EDIT}>
              <NewQuote />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<QuoteDetail />} />
        <Route
          path=":id/edit"
          element={
            <Page.Protect permissions={EDIT}>
              <EditQuote />
            </Page.Protect>
          }
        />
      </Routes>
    </Page.Protect>
  );
}
