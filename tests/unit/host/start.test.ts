import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import host from '../../../src/index';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-host-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const start = () => host.register({ strapi: { dirs: { app: { root: folder } } } as never });

test('a plugin that is listed but not built stops the start, and is named', () => {
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ dependencies: { '@sanya/strapi-plugin-crm': '0.1.0', '@strapi/strapi': '5.54.0' } }),
  );
  expect(start).toThrow('Not built: crm.');
  const dist = path.join(folder, 'node_modules/@sanya/strapi-plugin-crm/dist/server');
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(path.join(dist, 'index.js'), '');
  // It need not run: config/plugins may have disabled it.
  expect(start).not.toThrow();
});
