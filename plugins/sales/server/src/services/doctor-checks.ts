import { type DoctorCheck, doubtful, type Tools, well, wrong } from '@sanya/strapi-plugin-platform/kit';
import { doctorStore } from '../stores/doctor';
import { warehousesStore } from '../stores/warehouses';

const SHOWN = 5;

/** Whether what is offered can be sold, and has a place that goods leave and come to. */
export const doctorChecks = ({ platform }: Tools): readonly DoctorCheck[] => [
  {
    name: 'sales.products',
    async run() {
      const names = await doctorStore(platform.rows).productsWithoutPrice(platform.clock.today());
      if (names.length === 0) return [well('sales.products')];
      return [
        doubtful('sales.products_without_price', { names: names.slice(0, SHOWN).join(', '), count: names.length }),
      ];
    },
  },
  {
    name: 'sales.warehouses',
    async run() {
      const main = (await warehousesStore(platform.rows).all()).find(({ isDefault }) => isDefault);
      return [main ? well('sales.warehouses', { warehouse: main.name }) : wrong('sales.warehouse_missing')];
    },
  },
];
