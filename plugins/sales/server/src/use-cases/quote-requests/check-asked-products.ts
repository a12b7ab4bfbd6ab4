import { isRefusal, Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { priceBaskets } from '../price-baskets';
import { webForms } from '../web-forms';

const LINE = /^lines\.(\d+)/;

/** Nobody asks through the web site for what there is not, or in a quantity in which it is not sold. */
export async function checkAskedProducts(tools: Tools, submissions: readonly number[]): Promise<void> {
  const forms = webForms(tools.strapi);
  for (const submission of await forms.byIds(submissions)) {
    const asked = forms.products(submission);
    if (asked.length === 0) continue;
    const lines = asked.map(({ field: _, ...line }) => line);
    try {
      await priceBaskets(tools, [
        { lines, language: submission.language, customer: submission.customer ?? undefined, unpriced: true },
      ]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // The refusal speaks of lines; who sent the form knows its fields.
      const field = error.field?.replace(LINE, (_, index: string) => asked[Number(index)]?.field ?? index);
      throw new Refusal({ code: error.code, status: error.status, params: error.params, field });
    }
  }
}
