const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', nbsp: ' ' };

const linkText = (_: string, href: string, inner: string): string => {
  const text = inner.replace(/<[^>]*>/g, '').trim();
  return text === '' || text === href ? href : `${text} (${href})`;
};

/** What a rendered body says, for readers without HTML: paragraphs, list marks, and where links lead. */
export const plainText = (html: string): string =>
  html
    .replace(/<(style|script|title)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, linkText)
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/t[dh]>/gi, '  ')
    .replace(/<br\s*\/?>|<\/(tr|div|li)>/gi, '\n')
    .replace(/<\/(p|h\d|ul|ol|table)>|<hr\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/[ \t]+$/gm, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
