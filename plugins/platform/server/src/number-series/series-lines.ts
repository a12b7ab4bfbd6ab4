import type { Call } from '../../../kit/src/actions';
import { listSeries } from './number-series';
import type { SeriesField } from './series-columns';
import { seedsOf } from './series-file';

/** A line for every series and branch that counts for itself, to be filled in. */
export async function seriesLines({
  strapi,
  platform,
}: Pick<Call<unknown>, 'strapi' | 'platform'>): Promise<Partial<Record<SeriesField, string>>[]> {
  const { language } = platform.caller();
  const all = await listSeries(platform, seedsOf(strapi));
  return all
    .filter(({ branch, own, pattern }) => branch === null || own || pattern.includes('{BR}'))
    .map(({ name, branch }) => ({ series: name[language], branch: branch?.code ?? '' }));
}
