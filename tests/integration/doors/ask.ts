import http from 'node:http';

export interface Answer {
  status: number;
  type: string;
  text: string;
}

interface Request {
  method: string;
  url: string;
  body?: string;
  headers?: Record<string, string>;
}

/** Asks one server over connections that are kept, since opening one costs more than most answers. */
export function createAsk(base: string, atOnce: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const ask = ({ method, url, body, headers = {} }: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      // Node sends no raw character beyond ASCII in a path.
      const path = url.replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text));
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const request = http.request(base + path, { method, agent, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      request.on('error', (error) => reject(new Error(`${method} ${url.slice(0, 300)}: ${error.message}`)));
      request.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** Runs work on every item, so many at once, and keeps the order. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
