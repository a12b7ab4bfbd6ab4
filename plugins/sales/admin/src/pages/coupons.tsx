import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { CouponDetail } from './coupons/coupon-detail';
import { CouponList } from './coupons/coupon-list';
import { EditCoupon } from './coupons/edit-coupon';
import { NewCoupon } from './coupons/new-coupon';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.coupon' }];
const EDIT = [{ action: 'plugin::sales.coupon.edit', subject: null }];

export default function Coupons() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<CouponList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={EDIT}>
              <NewCoupon />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<CouponDetail />} />
        <Route
          path=":id/edit"
          element={
            <Page.Protect permissions={EDIT}>
              <EditCoupon />
            </Page.Protect>
          }
        />
      </Routes>
    </Page.Protect>
  );
}
