import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { dunningMailData } from '../domain/dunning/mail';
import { sellerName } from '../domain/parties';
import { loadNotices, noticeDaysOf, toldTogether } from '../stores/dunning/notices';
import { customerName, readSellers } from '../stores/parties';
import { readRules } from '../stores/settings';

/** What the mail of a notice says, with all that was told together with it. */
export async function dunningMailOf(
  platform: Platform,
  id: number,
  language: Language,
): Promise<Record<string, unknown> | undefined> {
  const [lead] = await loadNotices(platform, [id]);
  if (!lead || lead.contact === null) return undefined;
  const seller = (await readSellers(platform, []))(null);
  return dunningMailData(await toldTogether(platform, lead.contact), {
    customer: await customerName(platform, lead.customer),
    company: sellerName(seller, language),
    ...{ language, today: lead.takenOn },
    accounts: (await readRules(platform)).bankAccounts,
    noticeDays: await noticeDaysOf(platform, lead.step),
    say: (code, params) => platform.messages.say(language, code, params),
  });
}
