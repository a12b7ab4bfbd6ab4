import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { EditRoute, NewRoute } from './routes/route-form-pages';
import { RouteDetail } from './routes/route-detail';
import { RouteList } from './routes/route-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.delivery-route' }];
const PLAN = [{ action: 'plugin::sales.route.plan', subject: null }];

export default function DeliveryRoutes() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<RouteList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={PLAN}>
              <NewRoute />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<RouteDetail />} />
        <Route
          path=":id/edit"
          element={
            <Page.Protect permissions={PLAN}>
              <EditRoute />
            </Page.Protect>
          }
        />
      </Routes>
    </Page.Protect>
  );
}
