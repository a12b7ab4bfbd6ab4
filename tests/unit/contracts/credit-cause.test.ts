import { CREDIT_CAUSES, lawfulCauses } from '../../../plugins/billing/server/src/domain/causes';
import { creditCause } from '../../../plugins/contracts/server/src/domain/credit-cause';
import { UNDO_CAUSES } from '../../../plugins/contracts/server/src/domain/undo-run';

const [goods, service] = [{ kind: 'goods' }, { kind: 'service' }] as const;

test('whatever a contract credits, goods or services, its cause is lawful for it', () => {
  for (const lines of [[goods], [service], [goods, service]]) {
    const lawful = lawfulCauses(
      CREDIT_CAUSES,
      lines.map(({ kind }) => kind),
    );
    for (const cause of UNDO_CAUSES) expect(lawful).toContain(creditCause(cause, lines));
  }
  expect(creditCause('service_not_rendered', [goods])).toBe('goods_short');
  expect(creditCause('service_not_rendered', [goods, service])).toBe('service_not_rendered');
});
