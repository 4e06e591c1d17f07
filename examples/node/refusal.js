/** Why a request is not checked at all. */
export class Refusal extends Error {
  constructor(status, name, headers = {}) {
    super(name);
    this.status = status;
    this.headers = headers;
  }
}
