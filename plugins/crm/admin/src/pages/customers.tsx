import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { CustomerDetail } from './customers/customer-detail';
import { CustomerList } from './customers/customer-list';
import { AlikeCustomers } from './customers/merge/alike-customers';
import { MergePage } from './customers/merge/merge-page';
import { CustomerImport, UploadCustomers } from './customers/import/customer-imports';
import { EditCustomer } from './customers/edit-customer';
import { NewCustomer } from './customers/new-customer';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.customer' }];
const CREATE = [{ action: 'plugin::crm.customer.create', subject: null }];
const IMPORT = [{ action: 'plugin::crm.customer.import', subject: null }];
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
        <Route
          path="import"
          element={
            <Page.Protect permissions={IMPORT}>
              <UploadCustomers />
            </Page.Protect>
          }
        />
        <Route
          path="import/:id"
          element={
            <Page.Protect permissions={IMPORT}>
              <CustomerImport />
            </Page.Protect>
          }
        />
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
