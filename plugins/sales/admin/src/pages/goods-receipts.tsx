import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { NewReceipt } from './goods-receipts/new-receipt';
import { ReceiptDetail } from './goods-receipts/receipt-detail';
import { ReceiptList } from './goods-receipts/receipt-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.goods-receipt' }];
const RECORD = [{ action: 'plugin::sales.goods-receipt.record', subject: null }];

export default function GoodsReceipts() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<ReceiptList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={RECORD}>
              <NewReceipt />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<ReceiptDetail />} />
      </Routes>
    </Page.Protect>
  );
}
