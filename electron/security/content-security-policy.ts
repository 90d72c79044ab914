/**
 * Policy of every page of the application. Scripts come only from the application itself; styles from it or
 * with the nonce of this very response (Mantine writes its variables into a style element). Nothing is
 * fetched from anywhere else: the application has no business on the network but through main.
 */
export const contentSecurityPolicy = (nonce: string, developmentServer?: URL): string => {
  const development = developmentServer ? ` ${developmentServer.origin} ws://${developmentServer.host}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${development}${developmentServer ? " 'unsafe-inline'" : ''}`,
    developmentServer
      ? `style-src 'self' 'unsafe-inline'${development}`
      : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development}`,
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
