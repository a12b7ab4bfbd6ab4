export interface Branch {
  documentId: string;
  code: string;
  name: string;
  address: string | null;
  phone: string | null;
  active: boolean | null;
}

export interface Series {
  series: string;
  name: { th: string; en: string };
  branch: { documentId: string; code: string; name: string } | null;
  pattern: string;
  own: boolean;
  issued: string;
  next: string;
}
