import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { invoiceView } from './views';

/** An invoice that was ended, or whose end was asked for. */
export async function endedView(platform: Platform, id: number, approval: Ref | undefined) {
  const view = await invoiceView(platform, id);
  return view && { ...view, ...(approval && { approval: { documentId: approval.documentId } }) };
}
