import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { keepFile, useClient, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';

/** All products with their prices as a workbook that can be read back in. */
export function ExportProducts() {
  const say = useSay('sales');
  const act = useDo();
  const { file } = useClient();
  const download = (): Promise<boolean> =>
    act(
      async () => keepFile(await file('/sales/product-export', { format: 'xlsx' }), 'products.xlsx'),
      say('import.exported'),
    );
  return (
    <Button variant="secondary" startIcon={<Download />} onClick={() => void download()}>
      {say('import.export')}
    </Button>
  );
}
