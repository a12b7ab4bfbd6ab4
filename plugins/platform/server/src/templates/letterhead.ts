import { formatPhone, type Language } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';

/** Who writes: what stands above and below every mail. */
export interface Letterhead {
  company: string;
  /** Address, phone, web: a line each. */
  lines: readonly string[];
  /** Address that mails come from. */
  from: string;
}

interface Company {
  companyName: string;
  companyNameEn: string | null;
  address: string | null;
  addressEn: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  mailFrom: string | null;
}

const NOBODY = 'no-reply@localhost';

export async function readLetterhead(platform: Platform, language: Language): Promise<Letterhead> {
  const company = await platform.settings.read<Company>('plugin::platform.setting');
  const english = language === 'en';
  const address = (english && company.addressEn) || company.address || '';
  const phone = formatPhone(company.phone, platform.messages.say(language, 'document.phone_ext'));
  const contact = [phone, company.email, company.website].filter(Boolean).join(' · ');
  return {
    company: (english && company.companyNameEn) || company.companyName,
    lines: [...address.split(/\r?\n/), contact].map((line) => line.trim()).filter(Boolean),
    from: company.mailFrom || process.env.SANYA_MAIL_FROM || company.email || NOBODY,
  };
}
