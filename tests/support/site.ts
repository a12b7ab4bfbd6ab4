type Ask = <T>(method: string, url: string, body?: object, token?: string) => Promise<T>;

/** JSON at the doors of a running site; what is refused is thrown with its answer. */
export const siteAt =
  (address: string): Ask =>
  async <T>(method: string, url: string, body?: object, token?: string) => {
    const answer = await fetch(`${address}${url}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as T;
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(json)}`);
    return json;
  };
