import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { importRoutes } from '@sanya/strapi-plugin-platform/ui';
import { EditProduct } from './products/edit-product';
import { NewProduct } from './products/new-product';
import { ProductDetail } from './products/product-detail';
import { ProductImport, UploadProducts } from './products/import/product-imports';
import { ProductList } from './products/product-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.product' }];
const EDIT = [{ action: 'plugin::sales.product.edit', subject: null }];

export default function Products() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<ProductList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={EDIT}>
              <NewProduct />
            </Page.Protect>
          }
        />
        {importRoutes({
          path: 'import',
          permission: 'plugin::sales.product.import',
          upload: <UploadProducts />,
          detail: <ProductImport />,
        })}
        <Route path=":id" element={<ProductDetail />} />
        <Route
          path=":id/edit"
          element={
            <Page.Protect permissions={EDIT}>
              <EditProduct />
            </Page.Protect>
          }
        />
      </Routes>
    </Page.Protect>
  );
}
