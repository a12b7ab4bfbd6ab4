import { z } from 'zod';
import { defineAction, fileAnswer, gone } from '@sanya/strapi-plugin-platform/kit';
import { HEAD_OFFICE } from '../domain/filters';
import { branches } from '../stores/branches';
import type { SavedReport } from '../stores/saved-reports';
import { exportReport } from '../use-cases/export-report';
import { maySee } from '../use-cases/offered';
import { readReport } from '../use-cases/read-report';
import { forgetReport, listSaved, saveReport } from '../use-cases/saved-reports';
import { offers, report, reportBranches, savedReport } from './answers';
import { newSavedReport, nothing, question, wholeReport } from './shapes';

const savedView = ({ documentId, name, report, filters }: SavedReport) => ({ documentId, name, report, filters });

export const actions = [
  defineAction({
    name: 'listReports',
    summary: 'The reports that the caller may see, with the filters that each takes',
    staff: { method: 'GET', path: '/reports', permission: 'report.read' },
    graphql: 'none',
    input: nothing,
    output: offers,
    writes: false,
    run: async ({ platform, caller }) => {
      const say = (code: string): string => platform.messages.say(caller.language, code);
      return platform.reports
        .offered()
        .filter((report) => maySee(platform, caller, report))
        .map(({ code, group, time, branch = false, customer = null, by }) => ({
          code,
          title: say(`report.${code}`),
          group: { code: group, title: say(`report.group.${group}`) },
          time,
          branch,
          customer,
          by: by.map((one) => ({ code: one, title: say(`report.by.${one}`) })),
        }));
    },
  }),
  defineAction({
    name: 'readReport',
    summary: 'A report: a page of its rows, totals, and what it is held against',
    staff: { method: 'GET', path: '/reports/:code', permission: 'report.read' },
    graphql: 'none',
    input: question,
    output: report,
    writes: false,
    run: ({ platform, caller, params, input: { pagination, ...asked } }) =>
      readReport(platform, caller, params.code ?? '', asked, pagination),
  }),
  defineAction({
    name: 'exportReport',
    summary: 'The whole of a report as XLSX or CSV',
    staff: { method: 'GET', path: '/reports/:code/file', permission: 'report.read' },
    graphql: 'none',
    input: wholeReport,
    output: fileAnswer,
    writes: false,
    run: ({ platform, caller, params, input: { format, ...asked } }) =>
      exportReport(platform, caller, params.code ?? '', asked, format),
  }),
  defineAction({
    name: 'listReportBranches',
    summary: 'The branches that reports may be narrowed to',
    staff: { method: 'GET', path: '/branches', permission: 'report.read' },
    graphql: 'none',
    input: nothing,
    output: reportBranches,
    writes: false,
    run: async ({ platform, caller }) => [
      { branch: HEAD_OFFICE, code: '00000', name: platform.messages.say(caller.language, 'report.head_office') },
      ...(await branches(platform)).map(({ documentId, code, name }) => ({ branch: documentId, code, name })),
    ],
  }),
  defineAction({
    name: 'listSavedReports',
    summary: "The caller's own saved reports",
    staff: { method: 'GET', path: '/saved-reports', permission: 'report.save' },
    graphql: 'none',
    input: nothing,
    output: z.array(savedReport),
    writes: false,
    run: async ({ platform, caller }) => (await listSaved(platform, caller)).map(savedView),
  }),
  defineAction({
    name: 'saveReport',
    summary: 'Save a report with its filters under a name of the caller’s own',
    staff: { method: 'POST', path: '/saved-reports', permission: 'report.save' },
    graphql: 'none',
    input: newSavedReport,
    output: savedReport,
    status: 201,
    run: async ({ platform, caller, input }) => savedView(await saveReport(platform, caller, input)),
  }),
  defineAction({
    name: 'forgetSavedReport',
    summary: 'Forget a saved report of the caller’s own',
    staff: { method: 'DELETE', path: '/saved-reports/:id', permission: 'report.save' },
    graphql: 'none',
    input: nothing,
    output: gone,
    run: async ({ platform, caller, params }) => {
      await forgetReport(platform, caller, params.id ?? '');
      return { documentId: params.id ?? '' };
    },
  }),
];
