/** What is used of the SDK. Its own types bring those of an old Node with them, which contradict ours. */
export interface OmiseCharge {
  id: string;
  status: 'pending' | 'successful' | 'failed' | 'expired' | 'reversed';
  amount: number;
  currency: string;
  metadata?: Record<string, string> | null;
  fee?: number | null;
  fee_vat?: number | null;
  paid_at?: string | null;
  refunded_amount?: number | null;
  failure_code?: string | null;
  authorize_uri?: string | null;
  customer?: string | null;
  card?: OmiseCard | null;
}

export interface OmiseCard {
  id: string;
  brand: string;
  last_digits: string;
  expiration_month: number;
  expiration_year: number;
}

export interface OmiseCustomer {
  id: string;
}

export interface OmiseRefund {
  id: string;
  amount: number;
  status?: string;
  metadata?: Record<string, string> | null;
}

interface List<T> {
  data: T[];
  total: number;
}

export interface OmiseClient {
  charges: {
    create(request: Record<string, unknown>): Promise<OmiseCharge>;
    retrieve(id: string): Promise<OmiseCharge>;
    list(request: Record<string, unknown>): Promise<List<OmiseCharge>>;
    expire(id: string): Promise<OmiseCharge>;
    createRefund(id: string, request: Record<string, unknown>): Promise<OmiseRefund>;
    listRefunds(id: string): Promise<List<OmiseRefund>>;
  };
  customers: {
    create(request: Record<string, unknown>): Promise<OmiseCustomer>;
    listCards(id: string, request: Record<string, unknown>): Promise<List<OmiseCard>>;
    destroyCard(id: string, card: string): Promise<unknown>;
  };
}

/** What it rejects with. */
export interface OmiseError {
  object?: 'error';
  code?: string;
  message?: string;
}

type Connect = (config: Record<string, string>) => OmiseClient;

/** The SDK under a name that the compiler does not follow: see above. */
const SDK: string = 'omise';

export async function connectOmise(secretKey: string, url: string | undefined): Promise<OmiseClient> {
  const { default: connect } = (await import(SDK)) as { default: Connect };
  const { hostname, protocol } = url ? new URL(url) : { hostname: 'api.omise.co', protocol: 'https:' };
  return connect({
    secretKey,
    omiseVersion: '2019-05-29',
    host: hostname,
    scheme: protocol === 'http:' ? 'http' : 'https',
  });
}
