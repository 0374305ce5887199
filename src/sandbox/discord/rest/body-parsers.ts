import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from '../json.js';
import { ApiError } from './api-error.js';
import type { Upload } from './route.js';

/** Teaches the server Discord's two kinds of body: JSON, and multipart with a `payload_json` part and files. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, text: string) => {
    if (text === '') return { body: undefined, uploads: [] };
    const body = parseJson(text);
    if (body === undefined) throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
    return { body, uploads: [] };
  });
  app.addContentTypeParser(
    /^multipart\/form-data/,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      const type = request.headers['content-type'] ?? '';
      const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
      return readForm(form);
    },
  );
  app.addContentTypeParser('*', async () => ({ body: undefined, uploads: [] }));
}

async function readForm(form: FormData): Promise<{ readonly body: unknown; readonly uploads: readonly Upload[] }> {
  const uploads: Upload[] = [];
  let body: unknown;
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parseJson(value);
    } else {
      const bytes = new Uint8Array(await value.arrayBuffer());
      uploads.push({ field, name: value.name, type: value.type || 'application/octet-stream', bytes });
    }
  }
  return { body, uploads };
}
