import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { importRoutes } from '@sanya/strapi-plugin-platform/ui';
import { CustomerDetail } from './customers/customer-detail';
import { CustomerList } from './customers/customer-list';
import { AlikeCustomers } from './customers/merge/alike-customers';
import { MergePage } from './customers/merge/merge-page';
import { CustomerImport, UploadCustomers } from './customers/import/customer-imports';
import { EditCustomer } from './customers/edit-customer';
import { NewCustomer } from './customers/new-customer';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.customer' }];
const CREATE = [{ action: 'plugin::crm.customer.create', subject: null }];
const MERGE = [{ action: 'plugin::crm.customer.merge', subject: null }];
const UPDATE = [{ action: 'plugin::crm.customer.update', subject: null }];

export default function Customers() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<CustomerList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={CREATE}>
              <NewCustomer />
            </Page.Protect>
          }
        />
        {importRoutes({
          path: 'import',
          permission: 'plugin::crm.customer.import',
          upload: <UploadCustomers />,
          detail: <CustomerImport />,
        })}
        <Route
          path="alike"
          element={
            <Page.Protect permissions={MERGE}>
              <AlikeCustomers />
            </Page.Protect>
          }
        />
        <Route
          path=":id/merge/:other"
          element={
            <Page.Protect permissions={MERGE}>
              <MergePage />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<CustomerDetail />} />
        <Route
          path=":id/edit"
          element={
            <Page.Protect permissions={UPDATE}>
              <EditCustomer />
            </Page.Protect>
          }
        />
      </Routes>
    </Page.Protect>
  );
}
