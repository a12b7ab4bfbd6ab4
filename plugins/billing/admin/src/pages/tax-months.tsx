import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { TaxMonthDetail } from './tax-months/tax-month-detail';
import { TaxMonthList } from './tax-months/tax-month-list';

export default function TaxMonths() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.tax-month.read', subject: null }]}>
      <Routes>
        <Route index element={<TaxMonthList />} />
        <Route path=":month" element={<TaxMonthDetail />} />
      </Routes>
    </Page.Protect>
  );
}
