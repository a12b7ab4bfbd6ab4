import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { ContractDetail } from './contracts/contract-detail';
import { ContractList } from './contracts/contract-list';
import { NewContract } from './contracts/new-contract';

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
        <Route path=":id" element={<ContractDetail />} />
      </Routes>
    </Page.Protect>
  );
}
