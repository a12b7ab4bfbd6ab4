import { Typography } from '@strapi/design-system';
import { useAnswer } from '../../doors';
import {
  ImportDetail,
  type ImportPages,
  type ImportRowRead,
  ImportUpload,
  TwoLines,
  useLanguage,
  useSay,
} from '../../ui';

interface Row extends ImportRowRead {
  series: string;
  said: { series?: string; branch?: string; last?: string };
  next: string | null;
}

const LIST = '/settings/sanya-number-series';

/** Files of last numbers: of which series, and which number would come next. */
function usePages(): ImportPages<Row> {
  const say = useSay('platform');
  const language = useLanguage();
  const { data: known = [] } = useAnswer('GET /platform/number-series', {});
  const names = new Map(known.map(({ series, name }) => [series, name[language]]));
  return {
    ...{ plugin: 'platform', words: 'series_import', imports: '/platform/series-imports' },
    ...{ rows: '/platform/series-import-rows', template: '/platform/series-import-template' },
    ...{ home: { to: LIST, label: say('series.title') }, list: `${LIST}/import`, searched: 'series' },
    changing: [['started', 'started']],
    columns: [
      {
        key: 'series',
        title: say('series_import.series'),
        wraps: true,
        // A row that could not be read says it as the file does.
        cell: ({ series, said }) => (
          <TwoLines
            first={<Typography fontWeight="semiBold">{names.get(said.series ?? '') ?? series}</Typography>}
            second={said.branch}
          />
        ),
      },
      { key: 'last', title: say('series.last'), cell: ({ said }) => said.last },
      { key: 'next', title: say('series.next'), cell: ({ next }) => next },
    ],
  };
}

export const UploadSeries = () => <ImportUpload {...usePages()} />;
export const SeriesImport = () => <ImportDetail {...usePages()} />;
