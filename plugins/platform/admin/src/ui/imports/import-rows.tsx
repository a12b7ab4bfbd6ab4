import { type Column, ReadTable } from '../data-table';
import { useSay } from '../language';
import { useListQuery } from '../list-query';
import { ListTools } from '../list-tools';
import { TwoLines } from '../two-lines';
import { useApi } from '../use-api';
import type { ImportPages, ImportRowRead } from './import-kind';

interface ImportRowsProps<Row extends ImportRowRead> {
  /** Document id of the import. */
  id: string;
  pages: ImportPages<Row>;
}

/** The rows of a file, each with what it would change; those that cannot be say why. */
export function ImportRows<Row extends ImportRowRead>({ id, pages }: ImportRowsProps<Row>) {
  const { plugin, words, rows, searched, changing } = pages;
  const say = useSay(plugin);
  const sayHouse = useSay('platform');
  const { page, asked } = useListQuery();
  const outcome = asked('outcome');
  const text = asked('q');
  const own = changing.map(([one]) => one);
  const outcomeText = (one: string): string =>
    own.includes(one) ? say(`${words}.outcome.${one}`) : sayHouse(`import.outcome.${one}`);
  const reading = useApi<Row[]>(rows, {
    filters: {
      import: { documentId: { $eq: id } },
      ...(outcome ? { outcome: { $eq: outcome } } : {}),
      ...(text ? { [searched]: { $containsi: text } } : {}),
    },
    sort: 'row:asc',
    pagination: { page },
  });
  const columns: Column<Row>[] = [
    { key: 'row', title: sayHouse('import.row'), right: true, cell: ({ row }) => row },
    ...pages.columns,
    {
      key: 'outcome',
      title: sayHouse('import.what'),
      wraps: true,
      cell: ({ outcome: what, reason, state }) => (
        <TwoLines
          first={state === 'failed' && what !== 'wrong' ? sayHouse('import.failed') : outcomeText(what)}
          second={reason}
        />
      ),
    },
  ];
  return (
    <div>
      <ListTools
        search={say(`${words}.search`)}
        filters={[
          {
            key: 'outcome',
            label: sayHouse('import.what'),
            width: '20rem',
            choices: [...own, 'unchanged', 'wrong'].map((one) => [one, outcomeText(one)]),
          },
        ]}
      />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={sayHouse('import.no_rows')}
      />
    </div>
  );
}
