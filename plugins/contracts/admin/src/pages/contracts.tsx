import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { importRoutes } from '@sanya/strapi-plugin-platform/ui';
import { ContractDetail } from './contracts/contract-detail';
import { ContractList } from './contracts/contract-list';
import { NewContract } from './contracts/new-contract';
import { ContractImport, UploadContracts } from './contracts/opening/contract-imports';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::contracts.contract' }];
const EDIT = [{ action: 'plugin::contracts.contract.edit', subject: null }];

export default function Contracts() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<ContractList />} />
        <Route
          path="new"
          element={
            <Page.Protect permissions={EDIT}>
              <NewContract />
            </Page.Protect>
          }
        />
        {importRoutes({
          path: 'opening',
          permission: 'plugin::contracts.contract.import',
          upload: <UploadContracts />,
          detail: <ContractImport />,
        })}
        <Route path=":id" element={<ContractDetail />} />
      </Routes>
    </Page.Protect>
  );
}
