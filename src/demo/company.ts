import type { Core } from '@strapi/strapi';
import { companyId } from './identity';

async function change(strapi: Core.Strapi, uid: string, data: Record<string, unknown>): Promise<void> {
  const documents = strapi.documents(uid as never);
  const row = (await documents.findFirst({})) as { documentId: string } | null;
  if (!row) throw new Error(`${uid} has no row yet`);
  await documents.update({ documentId: row.documentId, data: data as never });
}

/** Who sells, and where the money goes. */
export async function furnishCompany(strapi: Core.Strapi): Promise<void> {
  await change(strapi, 'plugin::platform.setting', {
    companyName: 'บริษัท ดอยคำ เซอร์วิส จำกัด',
    companyNameEn: 'Doi Kham Service Co., Ltd.',
    taxId: companyId(123_456),
    address: '99/9 ถนนคันคลองชลประทาน\nตำบลแม่เหียะ อำเภอเมืองเชียงใหม่\nเชียงใหม่ 50100',
    addressEn: '99/9 Canal Road\nMae Hia, Mueang Chiang Mai\nChiang Mai 50100',
    phone: '053 000 999',
    email: 'office@example.com',
    website: 'https://service.example.com',
    mailFrom: 'office@example.com',
  });
  await change(strapi, 'plugin::billing.setting', {
    bankAccounts: [
      { bank: 'กสิกรไทย', branch: 'นิมมานเหมินท์', number: '123-4-56789-0', name: 'บริษัท ดอยคำ เซอร์วิส จำกัด' },
      { bank: 'กรุงไทย', branch: 'แม่เหียะ', number: '987-6-54321-0', name: 'บริษัท ดอยคำ เซอร์วิส จำกัด' },
    ],
    promptPayTarget: companyId(123_456),
  });
  await change(strapi, 'plugin::sales.setting', {
    terms: 'สินค้ารับประกัน 1 ปี งานบริการรับประกัน 30 วัน',
    termsEn: 'Goods carry one year of warranty, services thirty days.',
  });
}
