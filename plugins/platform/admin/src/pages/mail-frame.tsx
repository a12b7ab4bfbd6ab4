import { Box } from '@strapi/design-system';

export interface MailFrameProps {
  title: string;
  html: string;
  height?: string;
}

/** A mail as its reader sees it. Nothing in it runs, and no link of it leads anywhere. */
export const MailFrame = ({ title, html, height = '52rem' }: MailFrameProps) => (
  <Box borderColor="neutral200" hasRadius overflow="hidden" width="100%">
    <iframe title={title} sandbox="" srcDoc={html} style={{ border: 0, width: '100%', height, display: 'block' }} />
  </Box>
);
