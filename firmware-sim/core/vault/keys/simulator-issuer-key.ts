/**
 * The private key of the simulator issuer: a P-256 scalar, 32 bytes in hexadecimal, and public knowledge.
 *
 * Every simulator makes its own certificate with it at its first start, so anyone can issue one too. That is
 * harmless: a host accepts a certificate of this issuer only for the kind "simulator" (H10), so a certificate
 * under it can say nothing else. No hardware device ever carries this file.
 */
export const simulatorIssuerKey = '83cefeb85c3f72f4ee6ab5437d715ab8a25aadbc01d0ac9180f6def26de8a72c';
