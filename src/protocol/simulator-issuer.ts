/**
 * The public key of the simulator issuer: an uncompressed P-256 point, 65 bytes in hexadecimal. The private key is
 * published with the simulator, so a certificate under it proves one thing only: this is a simulator.
 */
export const simulatorIssuerPublicKey =
  '041a75fa8ba0538e30a2453bbdb459057879a98ee9d3d4c325e7c8586d13663c64' +
  '80afe508d1def6cc963a916a2c47b6f6064c11011b89dfd7528b48742824efb0';
