/** @strapi own */
import { type App, bootOwnApp } from '../../support/app';

let app: App;
beforeAll(async () => {
  app = await bootOwnApp({ PUBLIC_URL: 'https://office.example.com' });
});
afterAll(async () => {
  await app?.close();
  delete process.env.PUBLIC_URL;
});

test('staff log in behind a proxy that ends https, with a cookie that leaves by https alone', async () => {
  await app.strapi.service('admin::user').create({
    email: 'clerk@example.com',
    firstname: 'Clerk',
    password: 'Secret-pass1',
    isActive: true,
    registrationToken: null,
    roles: [],
  });
  const answer = await app.http
    .post('/admin/login')
    .set('X-Forwarded-Proto', 'https')
    .set('X-Forwarded-For', '203.0.113.7')
    .send({ email: 'clerk@example.com', password: 'Secret-pass1' });
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  expect(String(answer.headers['set-cookie'])).toMatch(/secure/i);
});
