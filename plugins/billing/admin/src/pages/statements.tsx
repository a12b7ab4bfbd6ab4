import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { StatementDetail } from './statements/statement-detail';
import { StatementList } from './statements/statement-list';
import { Suspense } from './statements/suspense';
import { Upload } from './statements/upload';

export default function Statements() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.statement.read', subject: null }]}>
      <Routes>
        <Route index element={<StatementList />} />
        <Route path="new" element={<Upload />} />
        <Route path="suspense" element={<Suspense />} />
        <Route path=":id" element={<StatementDetail />} />
      </Routes>
    </Page.Protect>
  );
}
