import { type ComponentType, lazy, Suspense } from 'react';
import { type StrapiApp, useStrapiApp } from '@strapi/strapi/admin';
import { Waiting } from './data-table';

/** A place on a page of one plugin where later plugins put panels of theirs (Strapi's injection zones). */
export interface Place {
  plugin: string;
  page: string;
  position: string;
}

/** A panel is told the document id of what the page shows. */
export type PlacedPanel = ComponentType<{ id: string }>;

export function placePanel(
  app: StrapiApp,
  { plugin, page, position }: Place,
  name: string,
  load: () => Promise<{ default: PlacedPanel }>,
): void {
  app.getPlugin(plugin)?.injectComponent(page, position, { name, Component: lazy(load) as unknown as ComponentType });
}

export function Zone({ plugin, page, position, id }: Place & { id: string }) {
  const getPlugin = useStrapiApp('Zone', (state) => state.getPlugin);
  const panels = getPlugin(plugin)?.getInjectedComponents(page, position) ?? [];
  return (
    <Suspense fallback={<Waiting />}>
      {panels.map(({ name, Component }) => {
        const Placed = Component as PlacedPanel;
        return <Placed key={name} id={id} />;
      })}
    </Suspense>
  );
}
