import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** A refusal in the words of Discord's API. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** 404 for something that is not there, or that was once. */
export function unknown(what: 'Channel' | 'Guild' | 'Member' | 'Message' | 'Role' | 'User' | 'Webhook'): ApiError {
  return new ApiError(404, RESTJSONErrorCodes[`Unknown${what}`], `Unknown ${what}`);
}

export function missingAccess(): ApiError {
  return new ApiError(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access');
}

export function missingPermissions(): ApiError {
  return new ApiError(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions');
}

/** 400 for a body with a fault, named by its place as Discord does, e.g. `embeds.0.title`. */
export function invalidBody(place: string, code: string, message: string): ApiError {
  const fault: object = { _errors: [{ code, message }] };
  const errors = place.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), fault);
  return new ApiError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors);
}
