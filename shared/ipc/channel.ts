import type { z } from 'zod';

declare const responseBrand: unique symbol;

/** One request that the renderer may make of main: how the request is checked and what comes back. */
export interface Channel<Request extends z.ZodType, Response> {
  readonly request: Request;
  readonly [responseBrand]?: Response;
}

/** Declares a channel; the response type is for the compiler only, main is trusted by the renderer. */
export const channel =
  <Response>() =>
  <Request extends z.ZodType>(request: Request): Channel<Request, Response> => ({ request });

export type RequestOf<C> = C extends Channel<infer Request, unknown> ? z.infer<Request> : never;
export type ResponseOf<C> = C extends Channel<z.ZodType, infer Response> ? Response : never;

/** A failure as it crosses processes: plain data, with the sentence that the user reads. */
export interface IpcFailure {
  readonly kind: string;
  /** French: what happened and what to do next. Never a stack. */
  readonly message: string;
}

export type IpcOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: IpcFailure };
