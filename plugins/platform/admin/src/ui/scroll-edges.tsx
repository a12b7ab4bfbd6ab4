import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Box } from '@strapi/design-system';

const EDGE = { top: 0, bottom: 0, width: '3.2rem', pointerEvents: 'none', zIndex: 1 } as const;
const shade = (side: string): string => `linear-gradient(to ${side}, rgba(50, 50, 77, 0), rgba(50, 50, 77, 0.2))`;

/**
 * A table that is wider than its place is shaded at the edge behind which there is more. The design system's own shade
 * is measured once and stays when the window changes.
 */
export function ScrollEdges({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ left: false, right: false });

  useEffect(() => {
    const table = place.current?.querySelector('table');
    const scroller = table?.parentElement;
    if (!table || !scroller) return undefined;
    const measure = (): void => {
      const hidden = scroller.scrollWidth - scroller.clientWidth;
      const left = scroller.scrollLeft > 1;
      const right = scroller.scrollLeft < hidden - 1;
      setMore((before) => (before.left === left && before.right === right ? before : { left, right }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    observer.observe(table);
    scroller.addEventListener('scroll', measure);
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, []);

  return (
    <Box ref={place} position="relative" data-more-right={more.right || undefined}>
      {children}
      {more.left && <Box position="absolute" style={{ ...EDGE, left: 0, background: shade('left') }} />}
      {more.right && <Box position="absolute" style={{ ...EDGE, right: 0, background: shade('right') }} />}
    </Box>
  );
}
