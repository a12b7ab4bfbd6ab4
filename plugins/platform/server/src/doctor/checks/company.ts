import { isTaxId } from '../../../../kernel/src';
import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';

const COMPANY = 'plugin::platform.setting';

interface Company {
  companyName: string;
  taxId: string | null;
  address: string | null;
}

/** What every document says of the seller. */
export const companyCheck = ({ strapi, platform }: Tools): DoctorCheck => ({
  name: 'company',
  async run() {
    const company = await platform.settings.read<Company>(COMPANY);
    const { attributes } = strapi.contentTypes[COMPANY as never] as unknown as {
      attributes: { companyName: { default?: string } };
    };
    const findings: Finding[] = [];
    if (company.companyName === attributes.companyName.default) findings.push(doubtful('company_example'));
    if (!company.taxId) findings.push(doubtful('company_tax_id_missing'));
    else if (!isTaxId(company.taxId)) findings.push(wrong('company_tax_id', { taxId: company.taxId }));
    if (!company.address) findings.push(doubtful('company_address_missing'));
    return findings.length > 0 ? findings : [well('company', { name: company.companyName })];
  },
});
