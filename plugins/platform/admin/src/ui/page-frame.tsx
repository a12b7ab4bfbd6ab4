import type { ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { BackTo } from './layout';

export interface PageFrameProps {
  title: string;
  subtitle?: string;
  /** Where one came from. */
  back?: { to: string; label: string };
  /** What can be done here. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of the panel: its name in the window and at its head, the way back, what can be done, what it shows. */
export const PageFrame = ({ title, subtitle, back, action, children }: PageFrameProps) => (
  <Page.Main>
    <Page.Title>{title}</Page.Title>
    <Layouts.Header
      title={title}
      subtitle={subtitle}
      navigationAction={back && <BackTo to={back.to}>{back.label}</BackTo>}
      primaryAction={action}
    />
    <Layouts.Content>{children}</Layouts.Content>
  </Page.Main>
);
