/** A postal address as typed; every part may be missing. `country` is ISO 3166-1, `TH` unless said. */
export interface Address {
  line1: string;
  line2: string;
  subdistrict: string;
  district: string;
  province: string;
  postcode: string;
  country: string;
}

export const HOME_COUNTRY = 'TH';

const PARTS = ['line1', 'line2', 'subdistrict', 'district', 'province', 'postcode'] as const;

/** The address with every part, or null when nothing but a country is in it. */
export function completeAddress(address: Partial<Address> | null | undefined): Address | null {
  if (!address) return null;
  const full: Address = {
    line1: '',
    line2: '',
    subdistrict: '',
    district: '',
    province: '',
    postcode: '',
    country: '',
  };
  for (const part of PARTS) full[part] = (address[part] ?? '').trim();
  if (PARTS.every((part) => full[part] === '')) return null;
  full.country = (address.country || HOME_COUNTRY).trim().toUpperCase();
  return full;
}

/** How documents and labels print it: at most four lines, none empty; a foreign country last. */
export function addressLines(address: Address | null): string[] {
  if (!address) return [];
  const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
  const country = address.country === HOME_COUNTRY ? '' : address.country;
  return [
    address.line1,
    address.line2,
    join(address.subdistrict, address.district),
    join(address.province, address.postcode, country),
  ].filter((line) => line !== '');
}
