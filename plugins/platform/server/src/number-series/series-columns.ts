import type { Headings } from '../../../kit/src/imports';

/** What a file of last numbers can say, the first heading of each language ours. */
export const SERIES_HEADINGS = {
  series: ['Series', 'ชุดเลขที่', 'Document', 'เอกสาร', 'ประเภทเอกสาร'],
  branch: ['Branch', 'สาขา'],
  on: ['Day in the period', 'วันที่ในงวด', 'Period', 'งวด'],
  last: ['Last number', 'เลขที่ล่าสุด', 'Last', 'เลขล่าสุด'],
} as const satisfies Headings<string>;

export type SeriesField = keyof typeof SERIES_HEADINGS;
