import type { TemplateSeed } from '../../../kit/src/documents';
import { changesTexts, type TemplateRow, type Texts } from './template-store';

const textsOfSeed = (seed: TemplateSeed): Texts => ({
  subjectTh: seed.subject.th,
  bodyTh: seed.body.th,
  subjectEn: seed.subject.en,
  bodyEn: seed.body.en,
});

type NewRow = Omit<TemplateRow, 'id' | 'documentId'>;
type Renewed = Texts & Pick<TemplateRow, 'id' | 'version' | 'changedAt'>;

/**
 * What has to be written so that every seed is there: missing ones are made; one that still says what an earlier
 * release said gets the new text as a new version; one that staff have changed is theirs for good.
 */
export function planSeeds(
  seeds: readonly TemplateSeed[],
  current: readonly TemplateRow[],
  at: string,
): { insert: NewRow[]; renew: { past: TemplateRow; next: Renewed }[] } {
  const there = new Map(current.map((row) => [row.code, row]));
  const insert: NewRow[] = [];
  const renew: { past: TemplateRow; next: Renewed }[] = [];
  for (const seed of seeds) {
    const row = there.get(seed.code);
    const texts = textsOfSeed(seed);
    if (!row) {
      const { code, name, sample } = seed;
      insert.push({
        ...{ code, name: name.en, sample, version: 1, current: true, origin: 'seed' as const },
        ...{ changedAt: at, changedBy: null, restoredFrom: null },
        ...texts,
      });
    } else if (row.origin === 'seed' && changesTexts(row, texts)) {
      renew.push({ past: row, next: { id: row.id, version: row.version + 1, changedAt: at, ...texts } });
    }
  }
  return { insert, renew };
}
