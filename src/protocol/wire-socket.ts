/** The wire of a simulator process: a WebSocket on loopback, one binary message for each command and each response. */
export const wirePath = '/wire';
/** Named in the handshake, so that another server on the port is noticed before a command is sent. */
export const wireSubprotocol = 'hostblind-wire.v1';
export const defaultWirePort = 9997;
