import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { ItemDetail } from './installed-items/item-detail';
import { ItemList } from './installed-items/item-list';

export default function InstalledItems() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.installed-item' }]}
    >
      <Routes>
        <Route index element={<ItemList />} />
        <Route path=":id" element={<ItemDetail />} />
      </Routes>
    </Page.Protect>
  );
}
