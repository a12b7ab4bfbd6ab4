import type { Core } from '@strapi/types';
import { platform, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { activateContracts, type ActivateWish } from '../use-cases/activate-contracts';
import { changeContracts } from '../use-cases/change-contracts';
import type { ChangeWish } from '../use-cases/change-wishes';
import { endContracts, type EndWish } from '../use-cases/end-contracts';
import { makeContracts, type NewContract } from '../use-cases/make-contracts';
import { type HeldLevel } from '../domain/service-level';
import { contractsStore } from '../stores/contracts';
import { serviceLevelsStore } from '../stores/service-levels';
import { type LevelWish, setServiceLevels } from '../use-cases/set-service-levels';
import type { SaidTerms } from '../domain/contract-terms';
import { setContractTerms } from '../use-cases/terms/set-contract-terms';
import { resumeContracts, type ResumeWish, suspendContracts, type SuspendWish } from '../use-cases/suspend-contracts';

/** Contracts for later plugins and the host: each takes a list and is one transaction. */
export const contracts = ({ strapi }: { strapi: Core.Strapi }) => {
  const tools = (): Tools => ({ strapi, platform: platform(strapi) });
  return {
    make: (wishes: readonly NewContract[]) => makeContracts(tools(), wishes),
    activate: (wishes: readonly ActivateWish[]) => activateContracts(tools(), wishes),
    suspend: (wishes: readonly SuspendWish[]) => suspendContracts(tools(), wishes),
    resume: (wishes: readonly ResumeWish[]) => resumeContracts(tools(), wishes),
    change: (wishes: readonly ChangeWish[]) => changeContracts(tools(), wishes),
    /** What is promised with products, for contracts of orders from now on. */
    setTerms: (wishes: readonly SaidTerms[]) => setContractTerms(tools(), wishes),
    setServiceLevels: (wishes: readonly LevelWish[]) => setServiceLevels(tools(), wishes),
    /** Which service is promised in contracts, by row id: what they say themselves, else what is usual for their customers. */
    serviceLevels: async (ids: readonly number[]): Promise<ReadonlyMap<number, HeldLevel>> => {
      const { rows } = tools().platform;
      return serviceLevelsStore(rows).of(await contractsStore(rows).byIds(ids));
    },
    end: (wishes: readonly EndWish[]) => endContracts(tools(), wishes),
  };
};
