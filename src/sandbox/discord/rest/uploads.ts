import type { APIAttachment } from 'discord-api-types/v10';
import type { World } from '../world/world.js';
import { unknown } from './api-error.js';
import { describedFiles, type KeepUploads } from './message-body.js';
import type { RestRoute, Upload } from './route.js';

/** The files that bots have sent, kept in memory and served back. */
export interface Uploads {
  readonly keep: KeepUploads;
  readonly find: (id: string) => Upload | undefined;
}

/** Starts without files. `base` is where this server answers. */
export function openUploads(world: World, base: () => string): Uploads {
  const files = new Map<string, Upload>();
  return {
    find: (id) => files.get(id),
    keep: (call) => {
      const descriptions = describedFiles(call.body);
      return call.uploads.map((upload): APIAttachment => {
        const id = world.nextId();
        files.set(id, upload);
        const url = `${base()}/v10/files/${id}`;
        const description = descriptions.get(upload.field);
        return {
          id,
          filename: upload.name,
          size: upload.bytes.length,
          content_type: upload.type,
          url,
          proxy_url: url,
          ...(description !== undefined && { description }),
        };
      });
    },
  };
}

/** Where a sent file can be fetched again. */
export function uploadRoutes(uploads: Uploads): readonly RestRoute[] {
  return [
    {
      method: 'GET',
      path: '/files/:file',
      open: true,
      answer: ({ params }) => {
        const upload = uploads.find(params.file ?? '');
        if (upload === undefined) throw unknown('Message');
        return Buffer.from(upload.bytes);
      },
    },
  ];
}
