import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ChoiceField, DocumentView, Panel, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { EXPORT_PAPERS } from '../../../../server/src/domain/export';
import type { Shipment } from '../../shipment-types';
import { ExportDialog } from './export-dialog';

/** How a shipment leaves the country, and the papers that go with it. */
export function ExportPanel({ shipment, onDone }: { shipment: Shipment; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [paper, setPaper] = useState<string>(EXPORT_PAPERS[0]);
  const { exportFacts: told, documentId } = shipment;
  const mayTell = may('plugin::sales.shipment.plan') && shipment.state !== 'cancelled';
  if (!told && !mayTell) return null;
  const facts = told && [
    [told.incoterm, told.place].filter(Boolean).join(' '),
    told.waybill,
    told.vessel,
    [told.portOfLoading, told.portOfDischarge].filter(Boolean).join(' → '),
  ];
  return (
    <Panel
      title={say('export.title')}
      aside={
        mayTell && (
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {say(told ? 'export.change' : 'export.mark')}
          </Button>
        )
      }
    >
      <Typography textColor={told ? 'neutral800' : 'neutral600'}>
        {facts ? facts.filter(Boolean).join(' · ') : say('export.none')}
      </Typography>
      {told && may('plugin::sales.shipment.document') && (
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
          <Box maxWidth="32rem">
            <ChoiceField
              name="paper"
              label={say('export.paper')}
              value={paper}
              choices={EXPORT_PAPERS.map((one) => [one, say(`export.paper.${one}`)] as const)}
              onChange={setPaper}
            />
          </Box>
          <DocumentView
            key={`${paper}-${JSON.stringify(told)}`}
            url={`/sales/shipments/${documentId}/export/document`}
            params={{ paper }}
            title={say(`export.paper.${paper}`)}
          />
        </Flex>
      )}
      {open && (
        <ExportDialog
          shipment={shipment}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </Panel>
  );
}
