import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_POLICY, DUNNING_STEP } from '../../content-types/types';
import { type FEE_PLACES, keptSteps, type Policy, type Step, type WantedStep } from '../../domain/dunning/policy';

export interface StoredPolicy extends Policy, Ref {
  name: string;
  /** Row id; null: for all customers whose class has no policy of its own. */
  customerClass: number | null;
  active: boolean;
  feeOn: (typeof FEE_PLACES)[number];
  steps: readonly StoredStep[];
}
export type StoredStep = Step & Ref;

type PolicyRow = Omit<StoredPolicy, 'steps'>;

async function withSteps(platform: Platform, policies: readonly (PolicyRow & Ref)[]): Promise<StoredPolicy[]> {
  if (policies.length === 0) return [];
  const steps = await platform.rows.find<StoredStep & { policy: number }>(
    DUNNING_STEP,
    (query, column) =>
      void query
        .whereIn(
          column('policy'),
          policies.map(({ id }) => id),
        )
        .where(column('retired'), false)
        .orderBy(column('day')),
  );
  return policies.map((policy) => ({
    ...policy,
    // One that was set before there was a choice charges on an invoice of its own.
    feeOn: policy.feeOn ?? 'own_invoice',
    steps: steps.filter((step) => step.policy === policy.id),
  }));
}

export const activePolicies = async (platform: Platform): Promise<StoredPolicy[]> =>
  withSteps(
    platform,
    await platform.rows.find<PolicyRow>(DUNNING_POLICY, (query, column) => void query.where(column('active'), true)),
  );

export const loadPolicies = async (platform: Platform, ids?: readonly number[]): Promise<StoredPolicy[]> =>
  withSteps(
    platform,
    await (ids
      ? platform.rows.byIds<PolicyRow>(DUNNING_POLICY, ids)
      : platform.rows.find<PolicyRow>(DUNNING_POLICY, () => undefined)),
  );

/** When any policy was set last. */
export async function lastSaved(platform: Platform): Promise<string | undefined> {
  const [saved] = await platform.rows.find<{ at: string }>(
    'plugin::platform.event',
    (query, column) => void query.where(column('name'), 'dunning_policy.saved').orderBy(column('id'), 'desc').limit(1),
    { fields: ['at'] },
  );
  return saved?.at;
}

/** The policy of a customer by its class. */
export const policyFor = <P extends Pick<StoredPolicy, 'customerClass'>>(
  policies: readonly P[],
  customerClass: number | null,
): P | undefined =>
  policies.find((policy) => policy.customerClass !== null && policy.customerClass === customerClass) ??
  policies.find((policy) => policy.customerClass === null);

/** Writes a policy; steps are kept, as notices name them, and what is left out is retired. */
export async function writePolicy(
  platform: Platform,
  id: number | undefined,
  { steps, ...policy }: Omit<StoredPolicy, 'id' | 'documentId' | 'steps'> & { steps: readonly WantedStep[] },
): Promise<number> {
  const { rows } = platform;
  if (id !== undefined) await rows.update(DUNNING_POLICY, [{ id, ...policy }]);
  const own = id ?? (await rows.insert(DUNNING_POLICY, [{ ...policy }]))[0]?.id ?? 0;
  const [known] = id === undefined ? [] : await loadPolicies(platform, [id]);
  const before = known?.steps ?? [];
  const kept = keptSteps(before, steps);
  const wanted = steps.map(({ step: _, ...row }, index) => ({ ...row, id: kept[index]?.id, retired: false }));
  // Two that change places would meet on a day: all leave first.
  await rows.update(
    DUNNING_STEP,
    before.map(({ id: step }) => ({ id: step, retired: true })),
  );
  await rows.update(
    DUNNING_STEP,
    wanted.flatMap(({ id: step, ...row }) => (step === undefined ? [] : [{ ...row, id: step }])),
  );
  await rows.insert(
    DUNNING_STEP,
    wanted.flatMap(({ id: step, ...row }) => (step === undefined ? [{ ...row, policy: own }] : [])),
  );
  return own;
}
