import { AccountFigures, useAccount } from './account-figures';

/** Beside the form of a customer in the content manager: how the customer stands. */
export default function AccountBeside({ id }: { id: string }) {
  return <AccountFigures account={useAccount(id).data} columns={1} />;
}
