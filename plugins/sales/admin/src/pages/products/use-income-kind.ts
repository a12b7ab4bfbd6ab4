import { useIntl } from 'react-intl';

/** The kinds that every site begins with have a name; those of its own are called by their code. */
export function useIncomeKind(): (kind: string) => string {
  const { formatMessage, messages } = useIntl();
  return (kind) => {
    const id = `sales.income.${kind}`;
    return id in messages ? formatMessage({ id }) : kind;
  };
}
