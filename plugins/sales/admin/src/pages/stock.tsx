import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { StockLevels } from './stock/stock-levels';
import { StockMovements } from './stock/stock-movements';

export default function StockPages() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::sales.stock.read', subject: null }]}>
      <Routes>
        <Route index element={<StockLevels />} />
        <Route path="movements" element={<StockMovements />} />
      </Routes>
    </Page.Protect>
  );
}
