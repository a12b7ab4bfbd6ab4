import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { toBuffer } from 'qrcode';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { slipQrPayload } from '../../../plugins/billing/server/src/domain/mini-qr';
import { companyMember, customerOf, issue, line, proofOf, sendFile, sendSlip } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Debtor {
  member: Member;
  customer: { id: number; documentId: string };
  invoice: { documentId: string };
}

async function debtor(): Promise<Debtor> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  return { member, customer, invoice: await issue(app, customer.id, [line()]) };
}

const [WIDTH, HEIGHT] = [300, 420];

/** A slip as a bank draws it: a small code in the corner of a tall picture. */
async function slip(payload: string, as: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  const code = PNG.sync.read(await toBuffer(payload, { scale: 3, margin: 4 }));
  const picture = new PNG({ width: WIDTH, height: HEIGHT });
  picture.data.fill(250);
  PNG.bitblt(code, picture, 0, 0, code.width, code.height, WIDTH - code.width - 20, HEIGHT - code.height - 20);
  if (as === 'png') return PNG.sync.write(picture, { filterType: 0, deflateLevel: 1 });
  return jpeg.encode({ data: picture.data, width: WIDTH, height: HEIGHT }, 80).data;
}

async function submit({ member, invoice }: Debtor, picture: Buffer, name = 'slip.png', body: object = {}) {
  const file = await sendFile(app, member, picture, name);
  return member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    ...{ method: 'bank_transfer', slip: file },
    ...body,
  });
}
const marksOf = async (payment: string): Promise<{ code: string; params: Record<string, unknown> }[]> =>
  (await clerk.get(`/billing/payments/${payment}`)).body.data.marks;

test('the code of a slip says bank and reference; the same transfer is no second payment, whoever sends it, however it is saved', async () => {
  const first = await debtor();
  const payload = slipQrPayload('004', '015074123456ABC00123');
  const sent = await submit(first, await slip(payload));
  expect(sent.status).toBe(201);
  expect(sent.body.data).toMatchObject({ state: 'submitted', bank: 'KBANK', reference: '015074123456ABC00123' });
  expect(await marksOf(sent.body.data.documentId)).toEqual([]);

  // Saved anew it is another file, and the same transfer.
  const other = await debtor();
  const again = await submit(other, await slip(payload, 'jpeg'), 'slip.jpg');
  expect([again.status, again.body.error.details.code]).toEqual([409, 'payment.slip_used']);
  const atOnce = await Promise.all([debtor(), debtor(), debtor()]);
  const fresh = slipQrPayload('014', '202601310000000777AB');
  const pictures = await Promise.all([slip(fresh), slip(fresh, 'jpeg'), slip(fresh)]);
  const files = await Promise.all(
    atOnce.map(({ member }, index) => sendFile(app, member, pictures[index] as Buffer, `slip${index}.png`)),
  );
  const answers = await Promise.all(
    atOnce.map(({ member, invoice }, index) =>
      member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
        ...{ method: 'promptpay', slip: files[index] },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);

  // A member reads none of the marks; whoever verifies may read another reference off it, and the slip stays used.
  const own = await first.member.get(`/api/billing/payments/${sent.body.data.documentId}`);
  expect(own.body.data).not.toHaveProperty('marks');
  const verified = await clerk.post(`/billing/payments/${sent.body.data.documentId}/verify`, { reference: 'Typed-1' });
  expect(verified.status).toBe(200);
  expect((await submit(await debtor(), await slip(payload, 'jpeg'), 'slip.jpg')).status).toBe(409);
});

test('money that staff recorded already is not submitted once more by its slip', async () => {
  const { customer } = await debtor();
  const recorded = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: '100', currency: 'THB' },
    ...{ receivedOn: app.platform.clock.today(), bank: 'Kasikorn Bank', reference: '0150-7499-9999-XYZ' },
  });
  expect(recorded.status).toBe(201);
  const answer = await submit(await debtor(), await slip(slipQrPayload('004', '015074999999XYZ')));
  expect([answer.status, answer.body.error.details.code]).toEqual([409, 'payment.slip_used']);
});

test('what is odd about a slip is marked for whoever verifies, and nothing of it succeeds by itself', async () => {
  const codesOf = async (answer: { status: number; body: { data: { documentId: string; state: string } } }) => {
    expect([answer.status, answer.body.data.state]).toEqual([201, 'submitted']);
    return (await marksOf(answer.body.data.documentId)).map(({ code }) => code);
  };
  const one = await debtor();
  const plain = await one.member.post(`/api/billing/invoices/${one.invoice.documentId}/payments`, {
    ...{ method: 'bank_transfer', slip: await sendSlip(app, one.member, 1), amount: '5000' },
  });
  expect(await codesOf(plain)).toEqual(['qr_missing', 'unlike_due']);
  const damaged = slipQrPayload('004', '015074123456ABC00555').replace('555', '556');
  expect(await codesOf(await submit(await debtor(), await slip(damaged)))).toEqual(['qr_damaged']);
  expect(await codesOf(await submit(await debtor(), await slip('https://example.com')))).toEqual(['qr_foreign']);
  const old = slipQrPayload('014', '20200115000000000777');
  const dated = await submit(await debtor(), await slip(old));
  expect(await codesOf(dated)).toEqual(['dated_before']);

  // Given up once, it may come again; whoever looks at it then is told.
  const rejected = await clerk.post(`/billing/payments/${dated.body.data.documentId}/reject`, { reason: 'Not ours' });
  expect(rejected.status).toBe(200);
  const again = await submit(await debtor(), await slip(old, 'jpeg'), 'slip.jpg');
  expect(await codesOf(again)).toEqual(['used_before', 'dated_before']);
  const [before] = await marksOf(again.body.data.documentId);
  expect(before?.params).toMatchObject({ customer: 'บริษัท เชียงใหม่การค้า จำกัด', state: 'rejected' });
  // The same reference under the name of another bank.
  const elsewhere = await submit(await debtor(), await slip(slipQrPayload('025', '20200115000000000777')));
  expect(await codesOf(elsewhere)).toEqual(['same_reference', 'dated_before']);
});
