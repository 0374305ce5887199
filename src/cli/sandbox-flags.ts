/** What `didbon sandbox` was called with. */
export interface SandboxFlags {
  readonly fast?: true;
  readonly import?: string;
  readonly json?: true;
  readonly serve?: true;
  readonly port?: number;
}
