import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'proof.platform.number_missing':
    'ชุดเลขที่ {series:words} สาขา {branch} งวดตั้งแต่ {since:date}: เลขที่หายไป {count} เลข เริ่มที่ {numbers}',
  'proof.platform.number_doubled':
    'ชุดเลขที่ {series:words} สาขา {branch} งวดตั้งแต่ {since:date}: เลขที่ซ้ำกัน {count} เลข เริ่มที่ {numbers}',
  'proof.platform.number_not_given':
    'ชุดเลขที่ {series:words}: เอกสาร {count} ฉบับมีเลขที่ซึ่งชุดนี้ไม่ได้ออกให้ เริ่มที่ {numbers}',
};

const en: Catalogue = {
  'proof.platform.number_missing':
    '{series:words}, branch {branch}, period from {since:date}: numbers without a document: {count}. The first: {numbers}.',
  'proof.platform.number_doubled':
    '{series:words}, branch {branch}, period from {since:date}: numbers on more than one document: {count}. The first: {numbers}.',
  'proof.platform.number_not_given':
    '{series:words}: numbers that the series has not given: {count}. The first: {numbers}.',
};

export const proofMessages: Record<Language, Catalogue> = { th, en };
